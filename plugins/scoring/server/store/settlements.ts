import {
  displayNameOf,
  momentOf,
  nameOf,
  rowsOf,
  type Actor,
  type Instant,
  type ListQuery,
  type Moment,
} from '@practice/kernel'
import type { Knex } from 'knex'
import { readPage, type Page, type PageSource } from './page'
import { rowStamp } from './row-stamp'

const SETTLEMENTS = 'scoring_settlements'

/** The settlement of a shop's day, to be kept for good. */
export interface NewSettlement {
  shopCode: string
  siteCode: string
  /** The day of China, as `2026-11-24`. */
  day: string
  redemptions: number
  voids: number
  points: number
  fen: number
  transferId: string | null
}

/** A settlement as it is kept. */
export type StoredSettlement = NewSettlement & { shopName: string; actor: string; actorName: string; at: Instant }

interface SettlementRow {
  shop_code: string
  shop_name: string
  site_code: string
  day: string
  redemptions: number
  voids: number
  points: number
  fen: number
  transfer_id: string | null
  actor: string
  actor_name: string
  at: Moment
}

export type SettlementFilter = 'day' | 'at'
export type SettlementSort = 'day'
export type SettlementListQuery = ListQuery<SettlementFilter, SettlementSort>

const SOURCE: PageSource<SettlementFilter, SettlementSort> = {
  table: `${SETTLEMENTS} d`,
  alias: 'd',
  columns:
    'd.shop_code, d.site_code, d.day, d.redemptions, d.voids, d.points, d.fen, d.transfer_id, d.actor, d.actor_name, ' +
    'd.at, s.name as shop_name',
  joins: 'join scoring_shops s on s.code = d.shop_code',
  filters: { day: 'd.day', at: 'd.at' },
  instants: new Set(['at']),
  sorts: { day: 'd.day' },
}

function settlementOf(row: SettlementRow): StoredSettlement {
  return {
    shopCode: row.shop_code,
    shopName: row.shop_name,
    siteCode: row.site_code,
    day: row.day,
    redemptions: row.redemptions,
    voids: row.voids,
    points: row.points,
    fen: Number(row.fen),
    transferId: row.transfer_id,
    actor: row.actor,
    actorName: row.actor_name,
    at: momentOf(row.at),
  }
}

/** A page of the settlements of a shop. */
export async function listSettlements(
  db: Knex,
  shopCode: string,
  query: SettlementListQuery,
): Promise<Page<StoredSettlement>> {
  const ofShop = { text: 'd.shop_code = ?', bindings: [shopCode] }
  const { rows, total } = await readPage<SettlementRow, SettlementFilter, SettlementSort>(db, SOURCE, ofShop, query)
  return { rows: rows.map(settlementOf), total }
}

/** The latest day of a shop that is settled, or null. */
export async function findLastDay(db: Knex, shopCode: string): Promise<string | null> {
  const row = await db(SETTLEMENTS).where({ shop_code: shopCode }).max<{ day: string | null }[]>({ day: 'day' }).first()
  return row?.day ?? null
}

/** When a shop first gave something out; null while it never did. */
export async function findFirstRedemption(db: Knex, shopCode: string): Promise<Instant | null> {
  const row = await db('scoring_redemptions').where({ shop_code: shopCode }).min<{ at: Moment }[]>({ at: 'at' }).first()
  return row?.at === null || row?.at === undefined ? null : momentOf(row.at)
}

/** What a shop did within a span of time, and what it has to be paid for at its end. */
export interface Dealings {
  redemptions: number
  voids: number
  /** Points taken in less given back until `until` and not settled yet, whenever they were taken. */
  unsettled: number
}

/**
 * What a shop did from `from` until just before `until`. What is unsettled comes from its account less what happened
 * from `until` on, so that a redemption which was committed after its day had been settled is counted with the next.
 * One statement, so that the account and the redemptions are those of one moment.
 */
export async function findDealings(
  trx: Knex.Transaction,
  shopCode: string,
  from: Instant | null,
  until: Instant,
): Promise<Dealings> {
  const since = from === null ? new Date(0) : new Date(from)
  const end = new Date(until)
  const redeemed = 'from scoring_redemptions where shop_code = ? and at >= ?'
  const voided = "from scoring_redemptions where shop_code = ? and state = 'voided' and voided_at >= ?"
  const sql =
    `select (select count(*) ${redeemed} and at < ?) as redemptions, ` +
    `(select count(*) ${voided} and voided_at < ?) as voids, ` +
    `coalesce((select balance from scoring_accounts where kind = 'shop' and owner = ?), 0) ` +
    `- coalesce((select sum(points) ${redeemed}), 0) + coalesce((select sum(points) ${voided}), 0) as unsettled`
  const bindings = [shopCode, since, end, shopCode, since, end, shopCode, shopCode, end, shopCode, end]
  const [row] = rowsOf<Record<keyof Dealings, number | string>>(await trx.raw(sql, bindings))
  if (row === undefined) throw new Error(`the dealings of ${shopCode} cannot be read`)
  return { redemptions: Number(row.redemptions), voids: Number(row.voids), unsettled: Number(row.unsettled) }
}

/** Keeps the settlement of a day; gives its documentId. */
export async function insertSettlement(
  trx: Knex.Transaction,
  settlement: NewSettlement,
  actor: Actor,
  now: Instant,
): Promise<string> {
  const row = rowStamp(now)
  await trx(SETTLEMENTS).insert({
    ...row,
    shop_code: settlement.shopCode,
    site_code: settlement.siteCode,
    day: settlement.day,
    redemptions: settlement.redemptions,
    voids: settlement.voids,
    points: settlement.points,
    fen: settlement.fen,
    transfer_id: settlement.transferId,
    actor: nameOf(actor),
    actor_name: displayNameOf(actor),
    at: new Date(now),
  })
  return row.document_id
}

/** One settlement, or null. */
export async function findSettlement(db: Knex, documentId: string): Promise<StoredSettlement | null> {
  const row = await db(`${SETTLEMENTS} as d`)
    .joinRaw(SOURCE.joins ?? '')
    .where('d.document_id', documentId)
    .first<SettlementRow | undefined>(db.raw(SOURCE.columns))
  return row === undefined ? null : settlementOf(row)
}
