import type { Statuses } from './refusals'

/** Why nothing is redeemed, earlier first. */
export const REDEEM_REFUSALS = [
  'card_unknown',
  'role_not_allowed',
  'same_household',
  'card_closed',
  'card_frozen',
  'shop_unknown',
  'shop_inactive',
  'shop_elsewhere',
  'goods_unknown',
  'goods_inactive',
  'below_minimum',
  'insufficient_points',
  'out_of_stock',
  'key_reused',
] as const
export type RedeemRefusal = (typeof REDEEM_REFUSALS)[number]

/** What HTTP says to each. */
export const REDEEM_REFUSAL_STATUS: Statuses<RedeemRefusal> = {
  card_unknown: 404,
  role_not_allowed: 403,
  same_household: 403,
  card_closed: 422,
  card_frozen: 422,
  shop_unknown: 422,
  shop_inactive: 422,
  shop_elsewhere: 422,
  goods_unknown: 422,
  goods_inactive: 422,
  below_minimum: 409,
  insufficient_points: 409,
  out_of_stock: 409,
  key_reused: 409,
}

/** Why a redemption is not voided, earlier first. */
export const VOID_REFUSALS = [
  'not_found',
  'role_not_allowed',
  'own_redemption',
  'same_household',
  'already_voided',
  'card_closed',
] as const
export type VoidRefusal = (typeof VOID_REFUSALS)[number]

/** What HTTP says to each. */
export const VOID_REFUSAL_STATUS: Statuses<VoidRefusal> = {
  not_found: 404,
  role_not_allowed: 403,
  own_redemption: 403,
  same_household: 403,
  already_voided: 409,
  card_closed: 409,
}

/** Why a shop, its goods, its stock or its accounts are not changed, earlier first. */
export const SHOP_REFUSALS = [
  'not_found',
  'role_not_allowed',
  'site_unknown',
  'site_not_yours',
  'changed_meanwhile',
  'shop_unknown',
  'goods_unknown',
  'day_not_over',
  'already_settled',
  'out_of_stock',
  'key_reused',
] as const
export type ShopRefusal = (typeof SHOP_REFUSALS)[number]

/** What HTTP says to each. */
export const SHOP_REFUSAL_STATUS: Statuses<ShopRefusal> = {
  not_found: 404,
  role_not_allowed: 403,
  site_unknown: 422,
  site_not_yours: 403,
  changed_meanwhile: 409,
  shop_unknown: 422,
  goods_unknown: 422,
  day_not_over: 422,
  already_settled: 409,
  out_of_stock: 409,
  key_reused: 409,
}
