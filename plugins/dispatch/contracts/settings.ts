import { z } from 'zod'
import { FACTORS } from './matching'

/** What the settings begin with, so that a page can say what differs. */
export { DEFAULT_SETTINGS } from '../domain/defaults'

const hours = z
  .number()
  .positive()
  .max(24 * 60)

/** The settings of dispatch, kept in the CMS. All clocks run on working days. */
export const DispatchSettings = z.strictObject({
  clocks: z.strictObject({
    dispatchUrgentHours: hours,
    dispatchGeneralHours: hours,
    acceptHours: hours,
    /** Used when neither the offering nor the item says how many days. */
    resolveDays: z.int().min(1).max(365),
    rateDays: z.int().min(1).max(60),
    /** From one step of the escalation to the next. */
    escalateHours: hours,
  }),
  /** Points that a factor adds at its best; they need not sum to anything. */
  weights: z.strictObject(
    Object.fromEntries(FACTORS.map((name) => [name, z.number().min(0).max(100)])) as Record<
      (typeof FACTORS)[number],
      z.ZodNumber
    >,
  ),
  /** How many ratings of the mean are added to a team's own before it is compared. */
  ratingPrior: z.int().min(0).max(100),
  /** Kilometres at which nearness is worth half. */
  distanceHalfKm: z.number().positive().max(200),
})
export type DispatchSettingsView = z.infer<typeof DispatchSettings>

/** PUT /api/dispatch/settings */
export const WriteSettings = { body: DispatchSettings }
