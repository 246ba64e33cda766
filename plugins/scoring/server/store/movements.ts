import {
  displayNameOf,
  momentOf,
  nameOf,
  type Actor,
  type Instant,
  type ListQuery,
  type Moment,
} from '@practice/kernel'
import type { Knex } from 'knex'
import type { MovementKind } from '../../domain/vocabulary'
import { rowStamp } from './row-stamp'
import { readPage, type Page, type PageSource } from './page'

const MOVEMENTS = 'scoring_stock_movements'

/** One change of a stock, to be kept for good. */
export interface NewMovement {
  goodsCode: string
  shopCode: string
  siteCode: string
  kind: MovementKind
  change: number
  stockAfter: number
  /** Unique: what happened once moves a stock once. */
  cause: string
  reason: string | null
}

/** A change of a stock as it is kept. */
export type StoredMovement = NewMovement & { goodsName: string; actor: string; actorName: string; at: Instant }

interface MovementRow {
  goods_code: string
  shop_code: string
  site_code: string
  goods_name: string
  kind: MovementKind
  change: number
  stock_after: number
  cause: string
  reason: string | null
  actor: string
  actor_name: string
  at: Moment
}

export type MovementFilter = 'goods' | 'kind' | 'at'
export type MovementSort = 'at'
export type MovementListQuery = ListQuery<MovementFilter, MovementSort>

const COLUMNS =
  'm.goods_code, m.shop_code, m.site_code, m.kind, m.change, m.stock_after, m.cause, m.reason, m.actor, m.actor_name, m.at'

const SOURCE: PageSource<MovementFilter, MovementSort> = {
  table: `${MOVEMENTS} m`,
  alias: 'm',
  columns: `${COLUMNS}, g.name as goods_name`,
  joins: 'join scoring_goods g on g.code = m.goods_code',
  filters: { goods: 'm.goods_code', kind: 'm.kind', at: 'm.at' },
  instants: new Set(['at']),
  sorts: { at: 'm.at' },
}

function movementOf(row: MovementRow): StoredMovement {
  return {
    goodsCode: row.goods_code,
    shopCode: row.shop_code,
    siteCode: row.site_code,
    goodsName: row.goods_name,
    kind: row.kind,
    change: row.change,
    stockAfter: row.stock_after,
    cause: row.cause,
    reason: row.reason,
    actor: row.actor,
    actorName: row.actor_name,
    at: momentOf(row.at),
  }
}

/**
 * Keeps a change of a stock; gives its documentId. Its place in the history of the goods is the next one: whoever
 * changed the stock in this transaction holds the row of the goods, so that nobody else counts meanwhile.
 */
export async function appendMovement(
  trx: Knex.Transaction,
  movement: NewMovement,
  actor: Actor,
  now: Instant,
): Promise<string> {
  const at = new Date(now)
  const row = rowStamp(now)
  const { goodsCode } = movement
  await trx(MOVEMENTS).insert({
    ...row,
    goods_code: goodsCode,
    shop_code: movement.shopCode,
    site_code: movement.siteCode,
    sequence: trx.raw(`(select coalesce(max(sequence), 0) + 1 from ${MOVEMENTS} where goods_code = ?)`, [goodsCode]),
    kind: movement.kind,
    change: movement.change,
    stock_after: movement.stockAfter,
    cause: movement.cause,
    reason: movement.reason,
    actor: nameOf(actor),
    actor_name: displayNameOf(actor),
    at,
  })
  return row.document_id
}

/** A page of what happened to the stock of a shop. */
export async function listMovements(
  db: Knex,
  shopCode: string,
  query: MovementListQuery,
): Promise<Page<StoredMovement>> {
  const ofShop = { text: 'm.shop_code = ?', bindings: [shopCode] }
  const { rows, total } = await readPage<MovementRow, MovementFilter, MovementSort>(db, SOURCE, ofShop, query)
  return { rows: rows.map(movementOf), total }
}

/** One change of a stock, or null. */
export async function findMovement(db: Knex, documentId: string): Promise<StoredMovement | null> {
  const row = await db(`${MOVEMENTS} as m`)
    .joinRaw(SOURCE.joins ?? '')
    .where('m.document_id', documentId)
    .first<MovementRow | undefined>(db.raw(SOURCE.columns))
  return row === undefined ? null : movementOf(row)
}
