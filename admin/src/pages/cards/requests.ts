import type { Card, OpenCardsBody, StatementEntry } from '@practice/scoring/contracts'
import { queryOptions } from '@tanstack/react-query'
import { post, request } from '../../api/client'

const CARDS = '/scoring/cards'

/** Entries of a statement on one page. */
export const STATEMENT_PAGE_SIZE = 20

function cardPath(number: string): string {
  return `${CARDS}/${encodeURIComponent(number)}`
}

/** A page of a statement, the latest entry first. */
export interface StatementPage {
  data: StatementEntry[]
  meta: { pagination: { total: number }; card: Card; accountId: string; head: string }
}

/** A page of a card's statement. */
export function statementQuery(number: string, page: number) {
  const query = `pagination[page]=${page}&pagination[pageSize]=${STATEMENT_PAGE_SIZE}`
  return queryOptions({
    queryKey: ['points', 'statement', number, page],
    queryFn: ({ signal }) => request<StatementPage>(`${cardPath(number)}/statement?${query}`, { signal }),
  })
}

/** Opens a household's card, or those that a site still lacks; gives the new ones. */
export function openCards(body: OpenCardsBody): Promise<Card[]> {
  return post<Card[]>(CARDS, body)
}

/** Freezes, unfreezes, replaces or closes a card; gives it as it is now, the new one when it was replaced. */
export function actOnCard(
  number: string,
  verb: 'freeze' | 'unfreeze' | 'replace' | 'close',
  reason: string,
): Promise<Card> {
  return post<Card>(`${cardPath(number)}/${verb}`, { reason })
}

/** Gives a card a new PIN, which is told this once. */
export function renewPin(number: string): Promise<{ card: Card; pin: string }> {
  return post<{ card: Card; pin: string }>(`${cardPath(number)}/pin`, {})
}
