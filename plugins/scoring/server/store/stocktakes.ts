import {
  displayNameOf,
  jsonOf,
  momentOf,
  nameOf,
  type Actor,
  type Instant,
  type ListQuery,
  type Moment,
} from '@practice/kernel'
import type { Knex } from 'knex'
import { rowStamp } from './row-stamp'
import { readPage, type Page, type PageSource } from './page'

const STOCKTAKES = 'scoring_stocktakes'

/** What was counted of some goods, against what the books said at that moment. */
export interface StocktakeLine {
  goods: string
  name: string
  booked: number
  counted: number
  difference: number
}

/** A stocktake to be kept for good. */
export interface NewStocktake {
  number: string
  shopCode: string
  siteCode: string
  lines: readonly StocktakeLine[]
  reason: string | null
}

/** A stocktake as it is kept. */
export type StoredStocktake = NewStocktake & {
  documentId: string
  shopName: string
  actor: string
  actorName: string
  at: Instant
}

interface StocktakeRow {
  document_id: string
  number: string
  shop_code: string
  shop_name: string
  site_code: string
  lines: unknown
  reason: string | null
  actor: string
  actor_name: string
  at: Moment
}

export type StocktakeFilter = 'number' | 'at'
export type StocktakeSort = 'at'
export type StocktakeListQuery = ListQuery<StocktakeFilter, StocktakeSort>

const SOURCE: PageSource<StocktakeFilter, StocktakeSort> = {
  table: `${STOCKTAKES} t`,
  alias: 't',
  columns:
    't.document_id, t.number, t.shop_code, t.site_code, t.lines, t.reason, t.actor, t.actor_name, t.at, s.name as shop_name',
  joins: 'join scoring_shops s on s.code = t.shop_code',
  filters: { number: 't.number', at: 't.at' },
  instants: new Set(['at']),
  sorts: { at: 't.at' },
}

function stocktakeOf(row: StocktakeRow): StoredStocktake {
  return {
    documentId: row.document_id,
    number: row.number,
    shopCode: row.shop_code,
    shopName: row.shop_name,
    siteCode: row.site_code,
    lines: jsonOf<StocktakeLine[]>(row.lines) ?? [],
    reason: row.reason,
    actor: row.actor,
    actorName: row.actor_name,
    at: momentOf(row.at),
  }
}

/** Keeps a stocktake; gives its documentId. */
export async function insertStocktake(
  trx: Knex.Transaction,
  stocktake: NewStocktake,
  actor: Actor,
  now: Instant,
): Promise<string> {
  const at = new Date(now)
  const row = rowStamp(now)
  await trx(STOCKTAKES).insert({
    ...row,
    number: stocktake.number,
    shop_code: stocktake.shopCode,
    site_code: stocktake.siteCode,
    lines: JSON.stringify(stocktake.lines),
    reason: stocktake.reason,
    actor: nameOf(actor),
    actor_name: displayNameOf(actor),
    at,
  })
  return row.document_id
}

/** A page of the stocktakes of a shop. */
export async function listStocktakes(
  db: Knex,
  shopCode: string,
  query: StocktakeListQuery,
): Promise<Page<StoredStocktake>> {
  const ofShop = { text: 't.shop_code = ?', bindings: [shopCode] }
  const { rows, total } = await readPage<StocktakeRow, StocktakeFilter, StocktakeSort>(db, SOURCE, ofShop, query)
  return { rows: rows.map(stocktakeOf), total }
}

/** One stocktake, or null. */
export async function findStocktake(db: Knex, documentId: string): Promise<StoredStocktake | null> {
  const row = await db(`${STOCKTAKES} as t`)
    .joinRaw(SOURCE.joins ?? '')
    .where('t.document_id', documentId)
    .first<StocktakeRow | undefined>(db.raw(SOURCE.columns))
  return row === undefined ? null : stocktakeOf(row)
}
