import sanitizeHtml from 'sanitize-html'

/** What an article's body may hold: text, lists, tables, links and pictures; nothing that runs, embeds or dresses up. */
const RULES: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'figure', 'figcaption'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'mark', 'span', 'a', 'img'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'target', 'rel'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  // Pictures are uploaded here: one from elsewhere would tell its server who reads what.
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer' }) },
}

/** An article's body without anything that RULES does not know. */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, RULES)
}

/** The stored names (hashes) of the uploaded files that a body shows or links to. */
export function uploadsIn(html: string): string[] {
  const found = html.matchAll(/["'(]\/uploads\/(?:(?:thumbnail|small|medium|large)_)?([\w-]+)\.\w{1,8}["')?]/g)
  return [...new Set([...found].flatMap(([, hash]) => (hash === undefined ? [] : [hash])))]
}
