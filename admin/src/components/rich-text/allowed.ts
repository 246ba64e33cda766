/** What an article's body may hold; the server keeps nothing else either. */
export const ALLOWED_TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'figure', 'figcaption'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'mark', 'span', 'a', 'img'],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]

/** Pictures are uploaded here; one from elsewhere would tell its server who reads what. */
export const OWN_PICTURE = /^\/uploads\/[\w-]+\.\w{1,8}$/

/** Where a link may lead: nothing that runs. */
export const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i
