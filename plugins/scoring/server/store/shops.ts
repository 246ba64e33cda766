import type { Instant, ListQuery, Sql } from '@practice/kernel'
import type { Knex } from 'knex'
import { rowStamp } from './row-stamp'
import { readPage, type Page, type PageSource } from './page'

const SHOPS = 'scoring_shops'

/** A shop as it is kept, with what its account holds. */
export interface StoredShop {
  code: string
  name: string
  siteCode: string
  active: boolean
  /** Points taken in and not settled yet; below zero when more was given back. */
  unsettled: number
}

interface ShopRow {
  code: string
  name: string
  site_code: string
  active: boolean | number
  unsettled: number | string | null
}

export type ShopFilter = 'code' | 'name' | 'site' | 'active'
export type ShopSort = 'code' | 'name'
export type ShopListQuery = ListQuery<ShopFilter, ShopSort>

const SOURCE: PageSource<ShopFilter, ShopSort> = {
  table: `${SHOPS} s`,
  alias: 's',
  columns: 's.code, s.name, s.site_code, s.active, a.balance as unsettled',
  joins: "left join scoring_accounts a on a.kind = 'shop' and a.owner = s.code",
  filters: { code: 's.code', name: 's.name', site: 's.site_code', active: 's.active' },
  instants: new Set(),
  sorts: { code: 's.code', name: 's.name' },
}

/** What residents see of shops (alias `s`): those that are open. */
export const OPEN_SHOPS: Sql = { text: 's.active = ?', bindings: [true] }

/** The columns of `scoring_shops` that a boundary stands on. */
export const SHOP_SCOPE = { siteCode: 's.site_code' } as const

function shopOf(row: ShopRow): StoredShop {
  return {
    code: row.code,
    name: row.name,
    siteCode: row.site_code,
    active: Boolean(row.active),
    unsettled: Number(row.unsettled ?? 0),
  }
}

/** A page of the shops (alias `s`) that `visible` holds of. */
export async function listShops(db: Knex, visible: Sql, query: ShopListQuery): Promise<Page<StoredShop>> {
  const { rows, total } = await readPage<ShopRow, ShopFilter, ShopSort>(db, SOURCE, visible, query)
  return { rows: rows.map(shopOf), total }
}

/** The shop of a code, or null. */
export async function findShop(db: Knex, code: string): Promise<StoredShop | null> {
  const row = await db(`${SHOPS} as s`)
    .joinRaw(SOURCE.joins ?? '')
    .where('s.code', code)
    .first<ShopRow | undefined>(db.raw(SOURCE.columns))
  return row === undefined ? null : shopOf(row)
}

/** All shops, for what is done to each of them at night. */
export async function findAllShops(db: Knex): Promise<StoredShop[]> {
  const rows: ShopRow[] = await db(`${SHOPS} as s`)
    .joinRaw(SOURCE.joins ?? '')
    .orderBy('s.code')
    .select<ShopRow[]>(db.raw(SOURCE.columns))
  return rows.map(shopOf)
}

/** Whether a code is a shop's already. */
export async function isShopCode(db: Knex, code: string): Promise<boolean> {
  return (await db(SHOPS).where({ code }).first('id')) !== undefined
}

/** Writes a new shop; gives its documentId. */
export async function insertShop(
  trx: Knex.Transaction,
  shop: Omit<StoredShop, 'unsettled'>,
  now: Instant,
): Promise<string> {
  const row = rowStamp(now)
  const { code, name, siteCode, active } = shop
  await trx(SHOPS).insert({ ...row, code, name, site_code: siteCode, active })
  return row.document_id
}

/** Changes what may change of a shop. */
export async function updateShop(
  trx: Knex.Transaction,
  code: string,
  changes: Partial<Pick<StoredShop, 'name' | 'active'>>,
  now: Instant,
): Promise<void> {
  await trx(SHOPS)
    .where({ code })
    .update({ ...changes, updated_at: new Date(now) })
}
