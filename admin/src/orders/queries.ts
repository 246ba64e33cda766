import { queryOptions } from '@tanstack/react-query'
import { loadMenu, loadOrder, loadSuggestions, loadSummary } from '../api/orders'
import { orderKeys } from '../commands/useCommand'
import { pollMs } from '../live/poll'

const MENU_STALE_MS = 300_000

/** One order with its history; asked for again while it is on the screen. */
export function orderQuery(documentId: string) {
  return queryOptions({
    queryKey: orderKeys.detail(documentId),
    queryFn: ({ signal }) => loadOrder(documentId, signal),
    refetchInterval: pollMs,
  })
}

/** The teams for an order, best first. A new version of the order has other suggestions. */
export function suggestionsQuery(documentId: string, version: number) {
  return queryOptions({
    queryKey: [...orderKeys.suggestions(documentId), version],
    queryFn: ({ signal }) => loadSuggestions(documentId, signal),
  })
}

/** The figures of a site, or of the actor's own. */
export function summaryQuery(site: string | null = null) {
  return queryOptions({
    queryKey: orderKeys.summary(site),
    queryFn: ({ signal }) => loadSummary(site ?? undefined, signal),
    refetchInterval: pollMs,
  })
}

/** What is offered at a site, with forms. */
export function menuQuery(site: string) {
  return queryOptions({
    queryKey: ['directory', 'menu', site],
    queryFn: ({ signal }) => loadMenu(site, signal),
    staleTime: MENU_STALE_MS,
  })
}
