import type { Column, TableSort } from '../components/DataTable'

/** Where in an address the page stands, the sort, a row that is open, and whose list it is: none of them narrows it. */
export const PAGE = 'page'
export const SORT = 'sort'
const NOT_FILTERS: readonly string[] = [PAGE, SORT, 'record', 'edit', 'shop']
/** What a saved view does not keep. */
const NOT_OF_VIEWS: readonly string[] = [PAGE, 'record', 'edit']

/** The page that an address says; what makes no sense is the first. */
export function pageOf(params: URLSearchParams): number {
  return Math.max(1, Math.floor(Number(params.get(PAGE) ?? 1)) || 1)
}

/** `name` and `-name`: by one of the columns that can be sorted by, else null. */
export function sortOf<Row>(params: URLSearchParams, columns: readonly Column<Row>[]): TableSort | null {
  const said = params.get(SORT) ?? ''
  const field = said.startsWith('-') ? said.slice(1) : said
  if (!columns.some(({ sortBy }) => sortBy === field)) return null
  return { field, order: said.startsWith('-') ? 'desc' : 'asc' }
}

/** A sort as an address says it. */
export function sortText({ field, order }: TableSort): string {
  return order === 'desc' ? `-${field}` : field
}

/** Whether an address narrows its list. */
export function isNarrowed(params: URLSearchParams): boolean {
  return [...params.keys()].some((key) => !NOT_FILTERS.includes(key))
}

/** An address with other values; null and nothing take a key away. What is not about pages begins at the first one. */
export function changed(params: URLSearchParams, part: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(params)
  if (!(PAGE in part) && Object.keys(part).some((key) => !NOT_OF_VIEWS.includes(key))) next.delete(PAGE)
  for (const [key, value] of Object.entries(part)) {
    if (value === null || value === '') next.delete(key)
    else next.set(key, value)
  }
  return next
}

/** An address without what narrows it. */
export function cleared(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([key]) => NOT_FILTERS.includes(key) && key !== PAGE))
}

/** What a saved view keeps of an address: filters and sort, in one order, so that equal ones are equal. */
export function viewQueryOf(params: URLSearchParams): string {
  const kept = new URLSearchParams([...params].filter(([key]) => !NOT_OF_VIEWS.includes(key)))
  kept.sort()
  return kept.toString()
}
