import type { Goods, Settlement, Shop, Stocktake } from '@practice/scoring/contracts'
import { queryOptions } from '@tanstack/react-query'
import { post, requestData } from '../../api/client'
import { pointsListQuery } from '../../scoring/record-view/requests'

/** The shops that one may see, with what one may do in each. */
export function shopsQuery() {
  return queryOptions({
    queryKey: ['scoring', 'shops'],
    queryFn: ({ signal }) => requestData<Shop[]>('/scoring/shops?pagination[pageSize]=100', { signal }),
  })
}

/** The goods of a shop with their booked stock, those off the shelf included: they are counted as well. */
export function goodsQuery(shop: string) {
  return pointsListQuery<Goods>('/goods', { filters: { shop: { $eq: shop } } })
}

/** What was counted; the same key makes a repeated request count once. */
export function takeStock(
  shop: string,
  lines: readonly { goods: string; counted: number }[],
  reason: string | undefined,
  key: string,
): Promise<Stocktake> {
  return post<Stocktake>(
    `/scoring/shops/${encodeURIComponent(shop)}/stocktake`,
    { lines, ...(reason === undefined ? {} : { reason }) },
    key,
  )
}

/** Settles what a shop took in until the end of a day of China, `2026-11-24`. */
export function settleShop(shop: string, day: string): Promise<Settlement> {
  return post<Settlement>(`/scoring/shops/${encodeURIComponent(shop)}/settle`, { day })
}
