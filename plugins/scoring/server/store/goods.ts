import { lockRow, type Instant, type ListQuery, type Sql } from '@practice/kernel'
import type { Knex } from 'knex'
import { rowStamp } from './row-stamp'
import { readPage, type Page, type PageSource } from './page'

const GOODS = 'scoring_goods'

/** Goods as they are kept. */
export interface StoredGoods {
  code: string
  name: string
  unit: string
  /** The price. */
  points: number
  /** What one cost the shop, in fen. */
  costFen: number | null
  stock: number
  lowStock: number
  active: boolean
  shopCode: string
  siteCode: string
  version: number
}

/** Goods as a list shows them: with their shop's name, and whether the shop is open. */
export type ListedGoods = StoredGoods & { shopName: string }

interface GoodsRow {
  code: string
  name: string
  unit: string
  points: number
  cost_fen: number | null
  stock: number
  low_stock: number
  active: boolean | number
  shop_code: string
  site_code: string
  version: number
}

export type GoodsFilter = 'code' | 'name' | 'shop' | 'site' | 'points' | 'stock' | 'active'
export type GoodsSort = 'position' | 'code' | 'name' | 'points' | 'stock'
export type GoodsListQuery = ListQuery<GoodsFilter, GoodsSort>

const COLUMNS = [
  ...['code', 'name', 'unit', 'points', 'cost_fen', 'stock', 'low_stock', 'active', 'shop_code', 'site_code'],
  'version',
] as const

const SOURCE: PageSource<GoodsFilter, GoodsSort> = {
  table: `${GOODS} g`,
  alias: 'g',
  columns: `${COLUMNS.map((column) => `g.${column}`).join(', ')}, s.name as shop_name`,
  joins: 'join scoring_shops s on s.code = g.shop_code',
  filters: {
    code: 'g.code',
    name: 'g.name',
    shop: 'g.shop_code',
    site: 'g.site_code',
    points: 'g.points',
    stock: 'g.stock',
    active: 'g.active',
  },
  instants: new Set(),
  sorts: { position: 'g.position', code: 'g.code', name: 'g.name', points: 'g.points', stock: 'g.stock' },
}

/** The columns of `scoring_goods` that a boundary stands on. */
export const GOODS_SCOPE = { siteCode: 'g.site_code' } as const

/** What is on a counter: goods that are sold, of a shop that is open. */
export const ON_SALE: Sql = {
  text: 'g.active = ? and exists (select 1 from scoring_shops o where o.code = g.shop_code and o.active = ?)',
  bindings: [true, true],
}

function goodsOf(row: GoodsRow): StoredGoods {
  return {
    code: row.code,
    name: row.name,
    unit: row.unit,
    points: row.points,
    costFen: row.cost_fen,
    stock: row.stock,
    lowStock: row.low_stock,
    active: Boolean(row.active),
    shopCode: row.shop_code,
    siteCode: row.site_code,
    version: row.version,
  }
}

/** A page of the goods (alias `g`) that `visible` holds of. */
export async function listGoods(db: Knex, visible: Sql, query: GoodsListQuery): Promise<Page<ListedGoods>> {
  const { rows, total } = await readPage<GoodsRow & { shop_name: string }, GoodsFilter, GoodsSort>(
    db,
    SOURCE,
    visible,
    query,
  )
  return { rows: rows.map((row) => ({ ...goodsOf(row), shopName: row.shop_name })), total }
}

/** The goods of a code, or null. */
export async function findGoods(db: Knex, code: string): Promise<ListedGoods | null> {
  const row = await db(`${GOODS} as g`)
    .joinRaw(SOURCE.joins ?? '')
    .where('g.code', code)
    .first<(GoodsRow & { shop_name: string }) | undefined>(db.raw(SOURCE.columns))
  return row === undefined ? null : { ...goodsOf(row), shopName: row.shop_name }
}

/** Those of these goods that the shop has, locked until the transaction ends, in the order of their codes. */
export async function lockGoods(
  trx: Knex.Transaction,
  shopCode: string,
  codes: readonly string[],
): Promise<Map<string, StoredGoods>> {
  // In one order for everybody: two who take the same goods wait for one another and never in a circle.
  const query = trx(GOODS)
    .where({ shop_code: shopCode })
    .whereIn('code', [...codes])
    .orderBy('code')
    .select<GoodsRow[]>(...COLUMNS)
  const rows = (await lockRow(trx, query)) as GoodsRow[]
  return new Map(rows.map((row) => [row.code, goodsOf(row)]))
}

/** Adds to a stock, or takes from it as long as it stays at zero or above: the stock after, or null when it would not. */
export async function changeStock(
  trx: Knex.Transaction,
  code: string,
  change: number,
  now: Instant,
): Promise<number | null> {
  const rows: { stock: number }[] = await trx(GOODS)
    .where({ code })
    .whereRaw('stock + ? >= 0', [change])
    .update({ stock: trx.raw('stock + ?', [change]), updated_at: new Date(now) })
    .returning('stock')
  return rows[0]?.stock ?? null
}

/** Whether a code is some goods' already. */
export async function isGoodsCode(db: Knex, code: string): Promise<boolean> {
  return (await db(GOODS).where({ code }).first('id')) !== undefined
}

/** Writes new goods; `position` is their place in the shop. */
export async function insertGoods(
  trx: Knex.Transaction,
  goods: StoredGoods & { position: number },
  now: Instant,
): Promise<string> {
  const row = rowStamp(now)
  await trx(GOODS).insert({
    ...row,
    code: goods.code,
    name: goods.name,
    unit: goods.unit,
    points: goods.points,
    cost_fen: goods.costFen,
    stock: goods.stock,
    low_stock: goods.lowStock,
    active: goods.active,
    shop_code: goods.shopCode,
    site_code: goods.siteCode,
    position: goods.position,
    version: goods.version,
  })
  return row.document_id
}

/** What may change of goods; their stock changes by movements alone. */
export type GoodsChanges = Partial<Pick<StoredGoods, 'name' | 'unit' | 'points' | 'costFen' | 'lowStock' | 'active'>>

/** Changes goods as long as they stand at `version`; whether they did. */
export async function updateGoods(
  trx: Knex.Transaction,
  { code, version }: Pick<StoredGoods, 'code' | 'version'>,
  changes: GoodsChanges,
  now: Instant,
): Promise<boolean> {
  const { costFen, lowStock, ...others } = changes
  const changed = await trx(GOODS)
    .where({ code, version })
    .update({
      ...others,
      ...(costFen === undefined ? {} : { cost_fen: costFen }),
      ...(lowStock === undefined ? {} : { low_stock: lowStock }),
      version: version + 1,
      updated_at: new Date(now),
    })
  return changed > 0
}
