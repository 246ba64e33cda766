import { ok, refuse, type Actor, type Result } from '@practice/kernel'
import type { RedeemRefusal, VoidRefusal } from './refusals-shop'
import { serves, SHOP_ROLES, type ShopStanding } from './shop'
import { actsAt, isOwnHousehold } from './authority'
import type { CardState, RedemptionState } from './vocabulary'

/** What is to be redeemed. */
export interface Redeeming {
  /** A card's number. */
  card: string
  /** A shop's code. */
  shop: string
  lines: readonly { goods: string; quantity: number }[]
}

/** A card as a redemption sees it. */
export interface RedeemingCard {
  number: string
  siteCode: string
  householdCode: string
  state: CardState
  balance: number
  replacedBy: string | null
  /** Whether the actor sees it at all. */
  visible: boolean
}

/** Goods as a redemption sees them. */
export interface GoodsOnOffer {
  code: string
  name: string
  unit: string
  /** The price of one. */
  points: number
  stock: number
  active: boolean
  shopCode: string
}

/** What a redemption is decided by. */
export interface RedeemFacts {
  card: RedeemingCard | null
  shop: ShopStanding | null
  /** Of the codes that the lines name, those that there are. */
  goods: readonly GoodsOnOffer[]
  /** Of the rule set that decides at the card's site. */
  minimumRedemption: number
}

/** A line of a receipt. */
export interface RedemptionLine {
  goods: string
  name: string
  unit: string
  quantity: number
  /** Of the whole line: the price times the quantity. */
  points: number
}

/**
 * Decides whether an actor may redeem this: what it costs, line by line. The balance and every stock are taken by
 * conditional updates in one transaction, each with its own last word.
 */
export function checkRedemption(
  actor: Actor,
  redeeming: Redeeming,
  facts: RedeemFacts,
): Result<{ lines: RedemptionLine[]; points: number }, RedeemRefusal> {
  const standing = checkCard(actor, redeeming, facts.card)
  if (!standing.ok) return standing
  const card = standing.value
  const offered = checkOffer(redeeming, facts, card)
  if (!offered.ok) return offered
  const lines = offered.value.map(({ goods, quantity }) => lineOf(goods, quantity))
  const points = lines.reduce((sum, line) => sum + line.points, 0)
  if (points < facts.minimumRedemption) {
    return refuse('below_minimum', { minimum: facts.minimumRedemption, points })
  }
  if (card.balance < points) return refuse('insufficient_points', { balance: card.balance, points })
  for (const { goods, quantity } of offered.value) {
    if (goods.stock < quantity)
      return refuse('out_of_stock', { goods: goods.code, stock: goods.stock, asked: quantity })
  }
  return ok({ lines, points })
}

function checkCard(
  actor: Actor,
  redeeming: Redeeming,
  card: RedeemingCard | null,
): Result<RedeemingCard, RedeemRefusal> {
  // Of a card elsewhere nobody learns that there is one.
  if (card === null || !card.visible) return refuse('card_unknown', { card: redeeming.card })
  if (!actsAt(actor, SHOP_ROLES.redeem, card.siteCode)) return refuse('role_not_allowed')
  if (isOwnHousehold(actor, card.householdCode)) return refuse('same_household')
  if (card.state === 'closed') return refuse('card_closed', { card: card.number, replacedBy: card.replacedBy })
  if (card.state === 'frozen') return refuse('card_frozen', { card: card.number })
  return ok(card)
}

function checkOffer(
  redeeming: Redeeming,
  { shop, goods }: RedeemFacts,
  card: RedeemingCard,
): Result<{ goods: GoodsOnOffer; quantity: number }[], RedeemRefusal> {
  if (shop === null) return refuse('shop_unknown', { shop: redeeming.shop })
  if (!shop.active) return refuse('shop_inactive', { shop: shop.code })
  if (!serves(shop, card.siteCode)) return refuse('shop_elsewhere', { shop: shop.code, site: shop.siteCode })
  const lines = redeeming.lines.map((line) => ({
    ...line,
    found: goods.find(({ code, shopCode }) => code === line.goods && shopCode === shop.code) ?? null,
  }))
  const chosen: { goods: GoodsOnOffer; quantity: number }[] = []
  for (const { goods: code, quantity, found } of lines) {
    if (found === null) return refuse('goods_unknown', { goods: code })
    chosen.push({ goods: found, quantity })
  }
  const inactive = chosen.find((line) => !line.goods.active)
  return inactive === undefined ? ok(chosen) : refuse('goods_inactive', { goods: inactive.goods.code })
}

function lineOf({ code, name, unit, points }: GoodsOnOffer, quantity: number): RedemptionLine {
  return { goods: code, name, unit, quantity, points: points * quantity }
}

/** Who voids redemptions. */
export const VOIDING_ROLES = ['points-supervisor'] as const

/** What of a redemption decides whether it may be voided. */
export interface RedemptionStanding {
  state: RedemptionState
  siteCode: string
  householdCode: string
  /** The username of who redeemed it. */
  actor: string
}

/** Whether an actor who sees a redemption may void it: points and stock go back. */
export function checkVoid(redemption: RedemptionStanding, actor: Actor): Result<null, VoidRefusal> {
  if (!actsAt(actor, VOIDING_ROLES, redemption.siteCode)) return refuse('role_not_allowed')
  if (redemption.actor === actor.username) return refuse('own_redemption')
  if (isOwnHousehold(actor, redemption.householdCode)) return refuse('same_household')
  return redemption.state === 'voided' ? refuse('already_voided', { state: redemption.state }) : ok(null)
}

/** What the console draws for a redemption. */
export function allowedOfRedemption(redemption: RedemptionStanding, actor: Actor): 'void'[] {
  return checkVoid(redemption, actor).ok ? ['void'] : []
}
