/** Where the public reads news; the rest of the address is an article's documentId. */
const NEWS = '/news'

/** Whether an address is of the public's pages, which need no login. */
export function isNewsAddress(path: string): boolean {
  return path === NEWS || path.startsWith(`${NEWS}/`)
}

/** The article that an address names, or null for the list. */
export function articleIn(path: string): string | null {
  const id = path.slice(NEWS.length + 1).replace(/\/+$/, '')
  return id === '' ? null : decodeURIComponent(id)
}

/** The address of an article, or of the list. */
export function newsAddress(documentId?: string): string {
  return documentId === undefined ? NEWS : `${NEWS}/${encodeURIComponent(documentId)}`
}
