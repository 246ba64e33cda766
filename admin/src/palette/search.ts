import type { Order } from '@practice/dispatch/contracts'
import type { Card } from '@practice/scoring/contracts'
import { queryOptions } from '@tanstack/react-query'
import qs from 'qs'
import { requestData } from '../api/client'
import type { Wish } from './find'

/** What a household's line needs. */
export interface FoundHousehold {
  documentId: string
  code: string
  name: string
  address: string | null
}

/** What the server found, of each kind a few. */
export interface Found {
  orders: Order[]
  cards: Card[]
  households: FoundHousehold[]
}

/** Which kinds the person who searches may open. */
export interface Openable {
  orders: boolean
  cards: boolean
  households: boolean
}

const MOST = 5
const STALE_MS = 30_000

function few<Row>(path: string, params: Record<string, unknown>, signal: AbortSignal): Promise<Row[]> {
  const query = qs.stringify({ ...params, pagination: { pageSize: MOST } }, { encodeValuesOnly: true })
  return requestData<Row[]>(`${path}?${query}`, { signal })
}

/** Orders by number, cards by number, holder or initials, households by name; the server shows what one may see. */
export function foundQuery(wish: Wish, may: Openable) {
  const { order, card, household } = wish
  return queryOptions({
    queryKey: ['palette', wish, may],
    queryFn: async ({ signal }): Promise<Found> => {
      const [orders, cards, households] = await Promise.all([
        order === null || !may.orders
          ? []
          : few<Order>(
              '/dispatch/orders',
              { filters: { number: { $contains: order } }, sort: ['number:desc'] },
              signal,
            ),
        card === null || !may.cards
          ? []
          : few<Card>('/scoring/cards', { filters: { [card.column]: { [card.operator]: card.value } } }, signal),
        household === null || !may.households
          ? []
          : few<FoundHousehold>(
              '/households',
              { filters: { name: { $contains: household } }, fields: ['code', 'name', 'address'] },
              signal,
            ),
      ])
      return { orders, cards, households }
    },
    enabled: (order !== null && may.orders) || (card !== null && may.cards) || (household !== null && may.households),
    staleTime: STALE_MS,
  })
}
