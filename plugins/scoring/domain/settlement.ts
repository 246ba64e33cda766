import { ok, refuse, type Instant, type Result } from '@practice/kernel'
import { endOfDay, startOfDay } from './calendar'

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

/** The instant until which a day's settlement counts; a day of China can be settled once it is over. */
export function checkDay(day: string, now: Instant): Result<{ until: Instant }, 'day_not_over'> {
  const start = startOfDay(day)
  const until = start === null ? null : endOfDay(start)
  return until === null || until > now ? refuse('day_not_over', { day, until }) : ok({ until })
}
