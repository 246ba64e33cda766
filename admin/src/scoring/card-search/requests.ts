import type { Card } from '@practice/scoring/contracts'
import { queryOptions } from '@tanstack/react-query'
import { loadAll } from '../../api/directory'
import { requestData } from '../../api/client'
import { shelvedQuery } from '../outbox/shelf'
import type { Scan } from '../scan/parse-scan'

const CARDS = '/scoring/cards'

/** The cards that a person may see and that are not closed, for picking one without asking the server at each letter. */
export function openCardsQuery(username: string) {
  return shelvedQuery(`cards.${username}`, () =>
    loadAll<Card>(CARDS, { filters: { state: { $ne: 'closed' } }, sort: ['number'] }),
  )
}

/** One card as it is now. */
export function cardQuery(number: string) {
  return queryOptions({
    queryKey: ['points', 'card', number],
    queryFn: ({ signal }) => requestData<Card>(`${CARDS}/${encodeURIComponent(number)}`, { signal }),
  })
}

/** The card that a code leads to: one of those at hand, else asked of the server. */
export async function cardOfScan(scan: Scan, atHand: readonly Card[]): Promise<Card> {
  const known = atHand.find((card) => (scan.kind === 'token' ? card.token === scan.token : card.number === scan.number))
  if (known !== undefined) return known
  return requestData<Card>(
    scan.kind === 'token'
      ? `${CARDS}/scan/${encodeURIComponent(scan.token)}`
      : `${CARDS}/${encodeURIComponent(scan.number)}`,
  )
}
