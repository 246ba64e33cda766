import DOMPurify from 'dompurify'

/** What an article's body may hold; the server keeps nothing else either. */
const ALLOWED_TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'figure', 'figcaption'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'mark', 'span', 'a', 'img'],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]
const ALLOWED_ATTR = ['href', 'title', 'src', 'alt', 'width', 'height', 'start', 'colspan', 'rowspan']

/** Pictures are uploaded here; one from elsewhere would tell its server who reads what. */
const OWN_PICTURE = /^\/uploads\/[\w-]+\.\w{1,8}$/

const purifier = DOMPurify()
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName === 'IMG') {
    if (!OWN_PICTURE.test(node.getAttribute('src') ?? '')) node.remove()
    else node.setAttribute('loading', 'lazy')
  }
  if (node.nodeName === 'A') {
    node.setAttribute('target', '_blank')
    node.setAttribute('rel', 'noopener noreferrer')
  }
})

/** HTML of a body without anything that could run, embed or call elsewhere. */
export function cleanHtml(html: string): string {
  return purifier.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i,
  })
}

/** Whether a body has anything to read: a word, or a picture. */
export function isBlank(html: string): boolean {
  return (
    html
      .replace(/<(?!img\b)[^>]*>/gi, '')
      .replace(/&nbsp;/g, ' ')
      .trim() === ''
  )
}
