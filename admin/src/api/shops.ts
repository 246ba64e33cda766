import type { Goods, Settlement, Shop } from '@practice/scoring/contracts'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { loadAll } from './directory'
import { post, requestData } from './client'

const SHOPS = '/scoring/shops'
const GOODS = '/scoring/goods'

function shopPath(code: string): string {
  return `${SHOPS}/${encodeURIComponent(code)}`
}

/** The shops that one may see, by code. */
export function shopsQuery() {
  return queryOptions({
    queryKey: ['points', 'shops'],
    queryFn: () => loadAll<Shop>(SHOPS, { sort: ['code'] }),
  })
}

/** All goods of a shop, those that are not sold any more included; nothing is asked without a shop. */
export function goodsQuery(shop: string | null) {
  return queryOptions({
    queryKey: ['points', 'goods', shop],
    queryFn: shop === null ? skipToken : () => loadAll<Goods>(GOODS, { filters: { shop: { $eq: shop } } }),
  })
}

/** Opens a shop at a site. */
export function createShop(name: string, site: string): Promise<Shop> {
  return post<Shop>(SHOPS, { name, site })
}

/** Renames a shop, closes it or opens it again. */
export function updateShop(code: string, changes: { name?: string; active?: boolean }): Promise<Shop> {
  return requestData<Shop>(shopPath(code), { method: 'PUT', body: { data: changes } })
}

/** What is written of goods. */
export interface GoodsFields {
  name: string
  unit: string
  points: number
  costFen: number | null
  lowStock: number
}

/** New goods of a shop, of which there are none in stock yet. */
export function createGoods(shop: string, { costFen, ...fields }: GoodsFields): Promise<Goods> {
  return post<Goods>(GOODS, { shop, ...fields, ...(costFen === null ? {} : { costFen }) })
}

/** Changes goods that were read as `version`; later ones are refused with `changed_meanwhile`. */
export function updateGoods(
  code: string,
  version: number,
  changes: Partial<GoodsFields & { active: boolean }>,
): Promise<Goods> {
  return requestData<Goods>(`${GOODS}/${encodeURIComponent(code)}`, {
    method: 'PUT',
    body: { data: { version, ...changes } },
  })
}

/** Puts bought goods into stock (above zero) or corrects it (below); once, however often it is sent. */
export function moveStock(
  shop: string,
  movement: { goods: string; change: number; reason: string },
  idempotencyKey: string,
): Promise<unknown> {
  return post<unknown>(`${shopPath(shop)}/stock`, movement, idempotencyKey)
}

/** Settles a day that is over: `2026-11-23`. */
export function settleDay(shop: string, day: string): Promise<Settlement> {
  return post<Settlement>(`${shopPath(shop)}/settle`, { day })
}
