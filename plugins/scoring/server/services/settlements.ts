import {
  DAY_MS,
  inTransaction,
  ok,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Refusal,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { Settlement } from '../../contracts'
import { checkSettling, dayOf, endOfDay, settling, startOfDay, type ShopRefusal } from '../../domain'
import { nextValue } from '../store/counters'
import type { Page } from '../store/page'
import {
  findDealings,
  findFirstRedemption,
  findLastDay,
  findSettlement,
  insertSettlement,
  listSettlements,
  type SettlementListQuery,
} from '../store/settlements'
import { findAllShops, findShop, type StoredShop } from '../store/shops'
import { move } from './move'
import { seesBooks, seesShop, settlementView } from './shop-view'

/** One point is worth one yuan where no set of rules says otherwise (domain.md). */
const FEN_PER_POINT = 100

/** What shops took in and gave back, day by day, and what that is worth. */
export const settlements = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Settles a day of a shop by hand. */
  async settle(actor: Actor, code: string, day: string, now: Instant): Promise<Result<Settlement, ShopRefusal>> {
    const shop = await findShop(strapi.db.connection, code)
    if (shop === null || !seesShop(shop, actor)) return refuse('not_found')
    const checked = checkSettling(shop, day, actor, now)
    if (!checked.ok) return checked
    const settled = await settleDay(strapi, shop, day, actor, now)
    if (!settled.ok) return settled
    const settlement = await findSettlement(strapi.db.connection, settled.value)
    if (settlement === null) throw new Error(`the settlement ${settled.value} was kept and is gone`)
    return ok(settlementView(settlement))
  },

  /**
   * Settles every day of every shop that is over and was not settled since the last; gives how many. Any number of
   * servers may run this at once: of those who come to the same day one settles it, and the others go on.
   */
  async run(actor: Actor, now: Instant): Promise<number> {
    let settled = 0
    for (const shop of await findAllShops(strapi.db.connection)) {
      for (const day of await daysToSettle(strapi.db.connection, shop, now)) {
        if ((await settleDay(strapi, shop, day, actor, now)).ok) settled++
      }
    }
    return settled
  },

  /** The settlements of a shop, by page. */
  async list(actor: Actor, code: string, query: SettlementListQuery): Promise<Result<Page<Settlement>, 'not_found'>> {
    const db = strapi.db.connection
    const shop = await findShop(db, code)
    if (shop === null || !seesBooks(shop, actor)) return refuse('not_found')
    const { rows, total } = await listSettlements(db, code, query)
    return ok({ rows: rows.map(settlementView), total })
  },
})

/** The days that are over since the last that was settled, or since the first redemption; none while there was none. */
async function daysToSettle(db: Knex, shop: StoredShop, now: Instant): Promise<string[]> {
  const last = await findLastDay(db, shop.code)
  const first = last === null ? await findFirstRedemption(db, shop.code) : endOf(last)
  if (first === null) return []
  const days: string[] = []
  for (let at = first; endOfDay(at) <= now; at += DAY_MS) days.push(dayOf(at))
  return days
}

/** The midnight of China with which a day ends that was checked before. */
function endOf(day: string): Instant {
  const start = startOfDay(day)
  if (start === null) throw new RangeError(`not a day: ${day}`)
  return start + DAY_MS
}

/** Settles one day of a shop, once: the settlement's documentId. */
async function settleDay(
  strapi: Core.Strapi,
  shop: StoredShop,
  day: string,
  actor: Actor,
  now: Instant,
): Promise<Result<string, ShopRefusal>> {
  return inTransaction<string, ShopRefusal>(strapi, async (trx) => {
    // Whoever settles the same shop waits here, and then finds the day settled.
    await nextValue(trx, `settle:${shop.code}`, new Date(now))
    const last = await findLastDay(trx, shop.code)
    if (last !== null && last >= day) throw new Refused<ShopRefusal>(refuse('already_settled', { day, last }))
    const set = await service(strapi, 'scoring', 'ruleSets').deciding(shop.siteCode, trx)
    const { unsettled, ...counts } = await findDealings(trx, shop.code, last === null ? null : endOf(last), endOf(day))
    const transfer = settling(shop, day, unsettled)
    const moved = transfer === null ? null : await move(trx, transfer, actor, now)
    if (moved !== null && !moved.ok) throw new Refused<ShopRefusal>(alreadySettled(moved, day))
    const documentId = await insertSettlement(
      trx,
      {
        ...counts,
        shopCode: shop.code,
        siteCode: shop.siteCode,
        day,
        points: unsettled,
        fen: unsettled * (set?.rateFen ?? FEN_PER_POINT),
        transferId: moved?.value.documentId ?? null,
      },
      actor,
      now,
    )
    await service(strapi, 'access', 'audit').record(
      {
        actor,
        action: 'settle',
        subjectType: 'shop',
        subjectId: shop.code,
        siteCode: shop.siteCode,
        detail: { day, points: unsettled },
      },
      trx,
    )
    return documentId
  })
}

/** Neither side of a settlement is a card, so that only a repetition can be refused. */
function alreadySettled(refusal: Refusal<string>, day: string): Refusal<'already_settled'> {
  return refuse('already_settled', { ...refusal.details, day })
}
