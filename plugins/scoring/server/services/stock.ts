import {
  inTransaction,
  newDocumentId,
  ok,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { Movement, MoveStockBody, Stocktake, TakeStockBody } from '../../contracts'
import {
  checkShop,
  kindOfChange,
  moveStock,
  stockCauseOf,
  stocktakeOf,
  type ShopAct,
  type ShopRefusal,
  type StockMovement,
} from '../../domain'
import { nextValue } from '../store/counters'
import { changeStock, lockGoods, type StoredGoods } from '../store/goods'
import { appendMovement, findMovement, listMovements, type MovementListQuery } from '../store/movements'
import type { Page } from '../store/page'
import { findShop, type StoredShop } from '../store/shops'
import { findStocktake, insertStocktake, listStocktakes, type StocktakeListQuery } from '../store/stocktakes'
import { once, type Made } from './once'
import { movementView, seesBooks, seesShop, stocktakeView } from './shop-view'

/** What is asked of a shop's stock: by whom, when, and under which key. */
export interface Stocking<Body> {
  actor: Actor
  shop: string
  body: Body
  key: string | null
  now: Instant
}

/** What was made, and whether this very call made it. */
export interface MadeView<View> {
  value: View
  fresh: boolean
}

/** The stock of shops: every change is a movement, kept for good. */
export const stock = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A purchase (above zero) or a correction (below); with a key, at most once. */
  async move(asked: Stocking<MoveStockBody>): Promise<Result<MadeView<Movement>, ShopRefusal>> {
    const shop = await shopFor(strapi, asked, 'stock')
    if (!shop.ok) return shop
    const { actor, body, key } = asked
    const request = { actor, operation: 'stock.move', key, input: { shop: asked.shop, ...body } }
    const made = await inTransaction<Made, ShopRefusal>(strapi, (trx) =>
      once(strapi, trx, request, () => moveByHand(strapi, trx, shop.value, asked)),
    )
    if (!made.ok) return made
    const movement = await findMovement(strapi.db.connection, made.value.documentId)
    if (movement === null) throw new Error(`the movement ${made.value.documentId} was kept and is gone`)
    return ok({ value: movementView(movement), fresh: made.value.fresh })
  },

  /** What was counted, against what the books say at that very moment; with a key, at most once. */
  async take(asked: Stocking<TakeStockBody>): Promise<Result<MadeView<Stocktake>, ShopRefusal>> {
    const shop = await shopFor(strapi, asked, 'stocktake')
    if (!shop.ok) return shop
    const { actor, body, key } = asked
    const request = { actor, operation: 'stock.take', key, input: { shop: asked.shop, ...body } }
    const made = await inTransaction<Made, ShopRefusal>(strapi, (trx) =>
      once(strapi, trx, request, () => takeStock(strapi, trx, shop.value, asked)),
    )
    if (!made.ok) return made
    const stocktake = await findStocktake(strapi.db.connection, made.value.documentId)
    if (stocktake === null) throw new Error(`the stocktake ${made.value.documentId} was kept and is gone`)
    return ok({ value: stocktakeView(stocktake), fresh: made.value.fresh })
  },

  /** What happened to the stock of a shop, by page. */
  async movements(actor: Actor, code: string, query: MovementListQuery): Promise<Result<Page<Movement>, 'not_found'>> {
    const db = strapi.db.connection
    const shop = await findShop(db, code)
    if (shop === null || !seesBooks(shop, actor)) return refuse('not_found')
    const { rows, total } = await listMovements(db, code, query)
    return ok({ rows: rows.map(movementView), total })
  },

  /** The stocktakes of a shop, by page. */
  async stocktakes(
    actor: Actor,
    code: string,
    query: StocktakeListQuery,
  ): Promise<Result<Page<Stocktake>, 'not_found'>> {
    const db = strapi.db.connection
    const shop = await findShop(db, code)
    if (shop === null || !seesBooks(shop, actor)) return refuse('not_found')
    const { rows, total } = await listStocktakes(db, code, query)
    return ok({ rows: rows.map(stocktakeView), total })
  },
})

/** The shop, if the actor sees it and may do this to it. */
async function shopFor(
  strapi: Core.Strapi,
  { actor, shop: code }: Pick<Stocking<unknown>, 'actor' | 'shop'>,
  act: ShopAct,
): Promise<Result<StoredShop, ShopRefusal>> {
  const shop = await findShop(strapi.db.connection, code)
  if (shop === null || !seesShop(shop, actor)) return refuse('not_found')
  const checked = checkShop(actor, act, shop)
  return checked.ok ? ok(shop) : checked
}

async function moveByHand(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  shop: StoredShop,
  { actor, body, now }: Stocking<MoveStockBody>,
): Promise<string> {
  const goods = (await lockGoods(trx, shop.code, [body.goods])).get(body.goods)
  if (goods === undefined) throw new Refused<ShopRefusal>(refuse('goods_unknown', { goods: body.goods }))
  const kind = kindOfChange(body.change)
  const moved = moveStock(goods, kind, body.change)
  if (!moved.ok) throw new Refused<ShopRefusal>(moved)
  const cause = stockCauseOf.moved(kind, newDocumentId())
  const documentId = await keepMovement(trx, moved.value, { goods, cause, reason: body.reason }, actor, now)
  await service(strapi, 'access', 'audit').record(
    {
      actor,
      action: kind,
      subjectType: 'goods',
      subjectId: goods.code,
      siteCode: goods.siteCode,
      detail: { change: body.change, stock: moved.value.stockAfter, reason: body.reason },
    },
    trx,
  )
  return documentId
}

async function takeStock(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  shop: StoredShop,
  { actor, body, now }: Stocking<TakeStockBody>,
): Promise<string> {
  const counted = [...body.lines].sort((left, right) => (left.goods < right.goods ? -1 : 1))
  const codes = counted.map(({ goods }) => goods)
  const goods = await lockGoods(trx, shop.code, codes)
  const taken = stocktakeOf(counted, [...goods.values()])
  if (!taken.ok) throw new Refused<ShopRefusal>(taken)
  const { lines, movements } = taken.value
  const number = `${shop.code}-T${await nextValue(trx, `stocktake:${shop.code}`, new Date(now))}`
  const reason = body.reason ?? null
  const stocktake = { number, shopCode: shop.code, siteCode: shop.siteCode, lines, reason }
  const documentId = await insertStocktake(trx, stocktake, actor, now)
  for (const movement of movements) {
    const moving = goods.get(movement.goods)
    if (moving === undefined) throw new Error(`the goods ${movement.goods} were counted and are gone`)
    const cause = stockCauseOf.stocktake(number, movement.goods)
    await keepMovement(trx, movement, { goods: moving, cause, reason }, actor, now)
  }
  const subject = { subjectType: 'shop', subjectId: shop.code, siteCode: shop.siteCode }
  const detail = { number, lines: lines.length, differences: movements.length }
  await service(strapi, 'access', 'audit').record({ actor, action: 'stocktake', ...subject, detail }, trx)
  return documentId
}

/** What a movement is of, and why. */
export interface MovementOf {
  goods: StoredGoods
  cause: string
  reason: string | null
}

/**
 * Changes a stock and keeps the movement; gives the movement's documentId. The goods are locked by the caller, so that
 * the database's own condition can only fail where this server is at fault, or where SQLite let another process in.
 */
export async function keepMovement(
  trx: Knex.Transaction,
  { kind, change }: Pick<StockMovement, 'kind' | 'change'>,
  { goods, cause, reason }: MovementOf,
  actor: Actor,
  now: Instant,
): Promise<string> {
  const stockAfter = await changeStock(trx, goods.code, change, now)
  if (stockAfter === null) {
    const details = { goods: goods.code, stock: goods.stock, asked: -change }
    throw new Refused<'out_of_stock'>(refuse('out_of_stock', details))
  }
  const { code: goodsCode, shopCode, siteCode } = goods
  return appendMovement(trx, { goodsCode, shopCode, siteCode, kind, change, stockAfter, cause, reason }, actor, now)
}
