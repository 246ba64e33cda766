const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/
const MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/
const HOST = /^[^\s/:?#@]+\.[^\s/:?#@.]{2,}(?::\d+)?(?:[/?#]\S*)?$/

/**
 * The address of a link from what was typed: a page with or without its `https://`, a phone number, a mail address, or
 * a page of this site. Null for anything else, such as `javascript:`.
 */
export function linkOf(typed: string): string | null {
  const text = typed.trim()
  if (/^(mailto|tel):\S+$/i.test(text) || /^\/(?!\/)\S*$/.test(text)) return text
  if (/^https?:\/\//i.test(text)) return HOST.test(text.replace(/^https?:\/\//i, '')) ? text : null
  if (PHONE.test(text)) return `tel:${text}`
  if (MAIL.test(text)) return `mailto:${text}`
  return HOST.test(text) ? `https://${text}` : null
}
