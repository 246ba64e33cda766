import DOMPurify from 'dompurify'
import { ALLOWED_TAGS, OWN_PICTURE, SAFE_ADDRESS } from './allowed'

const ALLOWED_ATTR = ['href', 'title', 'src', 'alt', 'width', 'height', 'start', 'colspan', 'rowspan']

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
    ALLOWED_URI_REGEXP: SAFE_ADDRESS,
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
