import { inScope, scopeOf, type Actor } from '@practice/kernel'
import type { Goods, Movement, Settlement, Shop, Stocktake } from '../../contracts'
import { allowedOfShop } from '../../domain'
import { siteRef, type SiteNames } from '../store/directory'
import type { ListedGoods } from '../store/goods'
import type { StoredMovement } from '../store/movements'
import type { StoredSettlement } from '../store/settlements'
import type { StoredShop } from '../store/shops'
import type { StoredStocktake } from '../store/stocktakes'

/** A shop as the contract shows it. */
export function shopView(shop: StoredShop, actor: Actor, names: SiteNames): Shop {
  return {
    code: shop.code,
    name: shop.name,
    site: siteRef(names, shop.siteCode),
    active: shop.active,
    unsettled: shop.unsettled,
    allowed: allowedOfShop(actor, shop),
  }
}

/** Goods as the contract shows them; what they cost is for staff. */
export function goodsView(goods: ListedGoods, actor: Actor): Goods {
  return {
    code: goods.code,
    name: goods.name,
    unit: goods.unit,
    points: goods.points,
    costFen: isStaff(actor) ? goods.costFen : null,
    stock: goods.stock,
    lowStock: goods.lowStock,
    active: goods.active,
    shop: { code: goods.shopCode, name: goods.shopName },
    version: goods.version,
  }
}

/** Whether somebody runs shops rather than buys there: sees those that are closed, and what things cost. */
export function isStaff(actor: Actor): boolean {
  return actor.kind !== 'public' && !(actor.kind === 'user' && actor.role === 'resident')
}

/** Whether an actor sees a shop of a site; residents only while it is open. */
export function seesShop(shop: Pick<StoredShop, 'siteCode' | 'active'>, actor: Actor): boolean {
  return (shop.active || isStaff(actor)) && inScope(scopeOf(actor, 'shop', 'read'), { siteCode: shop.siteCode })
}

/** Whether an actor sees what happened in a shop: its stock's movements, its stocktakes, its settlements. */
export function seesBooks(shop: Pick<StoredShop, 'siteCode'>, actor: Actor): boolean {
  return inScope(scopeOf(actor, 'redemption', 'read'), { siteCode: shop.siteCode })
}

const DOCUMENT = /^(?:redeem|void|stocktake):([^:]+):/

/** A change of a stock as the contract shows it. */
export function movementView(movement: StoredMovement): Movement {
  return {
    goods: { code: movement.goodsCode, name: movement.goodsName },
    kind: movement.kind,
    change: movement.change,
    stockAfter: movement.stockAfter,
    reason: movement.reason,
    document: DOCUMENT.exec(movement.cause)?.[1] ?? null,
    who: { username: movement.actor, name: movement.actorName },
    at: new Date(movement.at).toISOString(),
  }
}

/** A stocktake as the contract shows it. */
export function stocktakeView(stocktake: StoredStocktake): Stocktake {
  return {
    documentId: stocktake.documentId,
    number: stocktake.number,
    shop: { code: stocktake.shopCode, name: stocktake.shopName },
    lines: stocktake.lines.map(({ goods, name, booked, counted, difference }) => ({
      goods: { code: goods, name },
      booked,
      counted,
      difference,
    })),
    reason: stocktake.reason,
    who: { username: stocktake.actor, name: stocktake.actorName },
    at: new Date(stocktake.at).toISOString(),
  }
}

/** A settlement as the contract shows it. */
export function settlementView(settlement: StoredSettlement): Settlement {
  return {
    shop: { code: settlement.shopCode, name: settlement.shopName },
    day: settlement.day,
    redemptions: settlement.redemptions,
    voids: settlement.voids,
    points: settlement.points,
    fen: settlement.fen,
    who: { username: settlement.actor, name: settlement.actorName },
    at: new Date(settlement.at).toISOString(),
  }
}
