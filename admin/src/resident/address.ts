/** Where residents' pages begin. */
const MY = '/my'

/** The residents' pages that a bar or a menu leads to. */
export const MY_ADDRESS = {
  menu: MY,
  orders: `${MY}/orders`,
  card: `${MY}/card`,
  notice: `${MY}/notice`,
  news: `${MY}/news`,
  settings: `${MY}/settings`,
} as const

/** The statement of a card for whoever has its number and PIN, or its link; nobody signs in for it. */
export const STATEMENT_ADDRESS = `${MY}/statement`

/** Whether an address is of the residents' pages. */
export function isMyAddress(path: string): boolean {
  return path === MY || path.startsWith(`${MY}/`)
}

/** Whether an address is of the statement without a login. */
export function isStatementAddress(path: string): boolean {
  return path.replace(/\/+$/, '') === STATEMENT_ADDRESS
}

/** Where the items of a category are. */
export function categoryAddress(code: string): string {
  return `${MY}/category/${encodeURIComponent(code)}`
}

/** Where an item is ordered. */
export function itemAddress(code: string): string {
  return `${MY}/order/${encodeURIComponent(code)}`
}

/** Where an order is followed. */
export function orderAddress(documentId: string): string {
  return `${MY_ADDRESS.orders}/${encodeURIComponent(documentId)}`
}

/** Where an article is read. */
export function articleAddress(documentId: string): string {
  return `${MY_ADDRESS.news}/${encodeURIComponent(documentId)}`
}

/** What a link to a statement is handed on as; what stands behind the sign is never sent to a server. */
export function linkAddress(token: string): string {
  return `${location.origin}${STATEMENT_ADDRESS}#${token}`
}

/** One of the residents' pages, as an address names it. */
export type MyPlace =
  | { page: 'menu' | 'orders' | 'card' | 'notice' | 'news' | 'settings' | 'unknown' }
  | { page: 'category' | 'item'; code: string }
  | { page: 'order' | 'article'; documentId: string }

const PAGES = Object.entries(MY_ADDRESS) as [keyof typeof MY_ADDRESS, string][]

/** The page that an address names. */
export function placeIn(path: string): MyPlace {
  const plain = path.replace(/\/+$/, '')
  const page = PAGES.find(([, address]) => address === plain)
  if (page !== undefined) return { page: page[0] }
  const [, folder, name] = /^\/my\/(category|order|orders|news)\/([^/]+)$/.exec(plain) ?? []
  const id = name === undefined ? null : decoded(name)
  if (id === null) return { page: 'unknown' }
  if (folder === 'category') return { page: 'category', code: id }
  if (folder === 'order') return { page: 'item', code: id }
  return { page: folder === 'orders' ? 'order' : 'article', documentId: id }
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}
