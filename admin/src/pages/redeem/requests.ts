import type { Goods, RedeemBody, Redemption, Shop } from '@practice/scoring/contracts'
import { queryOptions, skipToken } from '@tanstack/react-query'
import qs from 'qs'
import { post, requestData } from '../../api/client'
import { loadAll } from '../../api/directory'

const REDEMPTIONS = '/scoring/redemptions'
const LAST_MOST = 5

/** The shops that one may see. */
export function shopsQuery() {
  return queryOptions({
    queryKey: ['points', 'shops'],
    queryFn: () => loadAll<Shop>('/scoring/shops', {}),
  })
}

/** What a shop has and what it costs. */
export function goodsQuery(shop: string | null) {
  return queryOptions({
    queryKey: ['points', 'goods', shop],
    queryFn:
      shop === null
        ? skipToken
        : () => loadAll<Goods>('/scoring/goods', { filters: { shop: { $eq: shop }, active: { $eq: true } } }),
  })
}

/** Takes points and stock together. The key makes a repeated request give the same redemption. */
export function redeem(body: RedeemBody, idempotencyKey: string): Promise<Redemption> {
  return post<Redemption>(REDEMPTIONS, body, idempotencyKey)
}

/** One redemption, for its receipt. */
export function redemptionQuery(documentId: string) {
  return queryOptions({
    queryKey: ['points', 'redemption', documentId],
    queryFn: ({ signal }) => requestData<Redemption>(`${REDEMPTIONS}/${encodeURIComponent(documentId)}`, { signal }),
  })
}

/** The last redemptions of the village, the latest first. */
export function lastRedemptionsQuery() {
  const query = qs.stringify(
    { sort: ['at:desc'], pagination: { pageSize: LAST_MOST, withCount: false } },
    { encodeValuesOnly: true },
  )
  return queryOptions({
    queryKey: ['points', 'redemptions', 'last'],
    queryFn: ({ signal }) => requestData<Redemption[]>(`${REDEMPTIONS}?${query}`, { signal }),
  })
}
