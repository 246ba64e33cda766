import type { FactorName } from './vocabulary'

/** How long each clock runs; hours and days of working time. */
export interface ClockSettings {
  dispatchUrgentHours: number
  dispatchGeneralHours: number
  acceptHours: number
  /** Used when neither the offering nor the item says how many days. */
  resolveDays: number
  rateDays: number
  /** From one step of the escalation to the next. */
  escalateHours: number
}

/** The settings of dispatch, as they are kept in the CMS and checked by the contract's `DispatchSettings`. */
export interface Settings {
  clocks: ClockSettings
  /** Points that a factor adds at its best. */
  weights: Record<FactorName, number>
  /** How many ratings of the mean are added to a team's own before it is compared. */
  ratingPrior: number
  /** Kilometres at which nearness is worth half. */
  distanceHalfKm: number
}

/** *Sample* defaults after Beijing's 12345 standard (domain.md, closed loop, rule 5). */
export const DEFAULT_CLOCKS: ClockSettings = {
  dispatchUrgentHours: 1,
  dispatchGeneralHours: 24,
  acceptHours: 24,
  resolveDays: 5,
  rateDays: 7,
  escalateHours: 24,
}
