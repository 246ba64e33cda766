import { isWithin, ok, refuse, type Actor, type Result } from '@practice/kernel'
import type { ShopRefusal } from './refusals-shop'
import { actsAt, hasRole } from './authority'

/** What is done to a shop, in the order in which the console draws it. */
export const SHOP_ACTS = ['update', 'goods', 'stock', 'stocktake', 'redeem', 'settle'] as const
export type ShopAct = (typeof SHOP_ACTS)[number]

/** Who does what in a shop of the own site (permissions.md, row "redemption, stock"). */
export const SHOP_ROLES = {
  update: ['village-admin'],
  goods: ['village-admin'],
  stock: ['village-admin'],
  stocktake: ['village-admin', 'points-supervisor'],
  redeem: ['village-admin'],
  settle: ['points-supervisor'],
} as const

/** Who opens shops. */
export const SHOP_OPENING_ROLES = ['village-admin'] as const

/** A shop as rules see it. */
export interface ShopStanding {
  code: string
  siteCode: string
  active: boolean
}

/** Whether an actor who sees a shop may do this to it. */
export function checkShop(
  actor: Actor,
  act: ShopAct,
  shop: ShopStanding,
): Result<null, Extract<ShopRefusal, 'role_not_allowed' | 'site_not_yours'>> {
  if (!hasRole(actor, SHOP_ROLES[act])) return refuse('role_not_allowed')
  return mayAct(actor, act, shop) ? ok(null) : refuse('site_not_yours', { site: shop.siteCode })
}

/** What the console draws for an actor who sees a shop. Of a shop that is not active, what redeems is left out. */
export function allowedOfShop(actor: Actor, shop: ShopStanding): ShopAct[] {
  return SHOP_ACTS.filter((act) => mayAct(actor, act, shop) && (act !== 'redeem' || shop.active))
}

/** A village's admin redeems for the own cards in any shop that serves them, the town's too; all else is the own site's. */
function mayAct(actor: Actor, act: ShopAct, shop: ShopStanding): boolean {
  if (!hasRole(actor, SHOP_ROLES[act]) || actor.siteCode === null) return false
  return isWithin(shop.siteCode, actor.siteCode) || (act === 'redeem' && serves(shop, actor.siteCode))
}

/** Whether an actor may open a shop at a site. */
export function checkShopOpening(actor: Actor, siteCode: string, siteExists: boolean): Result<null, ShopRefusal> {
  if (!hasRole(actor, SHOP_OPENING_ROLES)) return refuse('role_not_allowed')
  if (!siteExists) return refuse('site_unknown', { site: siteCode })
  return actsAt(actor, SHOP_OPENING_ROLES, siteCode) ? ok(null) : refuse('site_not_yours', { site: siteCode })
}

/** A shop serves the cards of its own site and of all below it. */
export function serves(shop: Pick<ShopStanding, 'siteCode'>, cardSiteCode: string): boolean {
  return isWithin(cardSiteCode, shop.siteCode)
}
