import { ok, refuse, type Actor, type Instant, type Result } from '@practice/kernel'
import { endOfDay, startOfDay } from './calendar'
import type { ShopRefusal } from './refusals-shop'
import { checkShop, type ShopStanding } from './shop'

/** Points of a shop that no settlement counted yet. */
export interface Unsettled {
  redemptions: number
  /** Points taken in. */
  taken: number
  voids: number
  /** Points given back. */
  givenBack: number
}

/** What is settled. */
export interface SettlementFigures {
  redemptions: number
  voids: number
  /** Net: taken in less given back; below zero when more was given back. */
  points: number
  fen: number
}

/** What a shop gets for its unsettled points, one being worth `rateFen`. */
export function settlementOf(unsettled: Unsettled, rateFen: number): SettlementFigures {
  const points = unsettled.taken - unsettled.givenBack
  return { redemptions: unsettled.redemptions, voids: unsettled.voids, points, fen: points * rateFen }
}

/** Whether an actor who sees a shop may settle this day, `YYYY-MM-DD`; gives the instant until which it counts. */
export function checkSettling(
  shop: ShopStanding,
  day: string,
  actor: Actor,
  now: Instant,
): Result<{ until: Instant }, ShopRefusal> {
  const admitted = checkShop(actor, 'settle', shop)
  if (!admitted.ok) return admitted
  const start = startOfDay(day)
  const until = start === null ? null : endOfDay(start)
  return until === null || until > now ? refuse('day_not_over', { day, until }) : ok({ until })
}
