import type { RefusalStatus } from '@practice/kernel'

/**
 * Why a verb is refused. Earlier wins: whether you see it, who you are, how it stands, whether you saw it as it
 * stands, then the rule of the verb.
 */
export const ORDER_REFUSALS = [
  'not_found',
  'role_not_allowed',
  'own_household',
  'wrong_state',
  'paused',
  'not_paused',
  'changed_meanwhile',
  'team_unknown',
  'team_not_yours',
  'team_not_eligible',
  'reason_missing',
  'nobody_eligible',
  'on_behalf_unexpected',
  'on_behalf_missing',
  'comment_missing',
  'rating_not_low',
  'incomplete',
  'volunteer_unknown',
  'file_unknown',
] as const
export type OrderRefusal = (typeof ORDER_REFUSALS)[number]

/** What HTTP says to each. */
export const ORDER_REFUSAL_STATUS: Readonly<Record<OrderRefusal, RefusalStatus>> = {
  not_found: 404,
  role_not_allowed: 403,
  own_household: 403,
  wrong_state: 409,
  paused: 409,
  not_paused: 409,
  changed_meanwhile: 409,
  team_unknown: 422,
  team_not_yours: 403,
  team_not_eligible: 422,
  reason_missing: 422,
  nobody_eligible: 422,
  on_behalf_unexpected: 422,
  on_behalf_missing: 422,
  comment_missing: 422,
  rating_not_low: 422,
  incomplete: 422,
  volunteer_unknown: 422,
  file_unknown: 422,
}

/** Why an order is not placed, earlier first. */
export const PLACE_REFUSALS = [
  'role_not_allowed',
  'site_unknown',
  'site_not_yours',
  'household_not_yours',
  'household_unknown',
  'phone_missing',
  'on_behalf_unexpected',
  'on_behalf_missing',
  'not_offered',
  'form_invalid',
  'file_unknown',
  'key_reused',
] as const
export type PlaceRefusal = (typeof PLACE_REFUSALS)[number]

/** What HTTP says to each. */
export const PLACE_REFUSAL_STATUS: Readonly<Record<PlaceRefusal, RefusalStatus>> = {
  role_not_allowed: 403,
  site_unknown: 422,
  site_not_yours: 403,
  household_not_yours: 403,
  household_unknown: 422,
  phone_missing: 422,
  on_behalf_unexpected: 422,
  on_behalf_missing: 422,
  not_offered: 422,
  form_invalid: 422,
  file_unknown: 422,
  key_reused: 409,
}
