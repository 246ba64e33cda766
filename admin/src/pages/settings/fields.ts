import { DEFAULT_SETTINGS } from '@practice/dispatch/contracts'
import type { DispatchSettingsView } from '@practice/dispatch/contracts'
import { FACTORS } from '../../orders/words'

/** What a number counts; key of `settings:unit`. */
export type Unit = 'hours' | 'days' | 'points' | 'ratings' | 'km'

/** One setting: where it stands, and the bounds that the contract sets. */
export interface SettingField {
  /** Path in the settings, and the key of its texts in `settings:field`. */
  path: readonly [string] | readonly [string, string]
  unit: Unit
  min: number
  max: number
  isWhole: boolean
}

const HOURS_MAX = 24 * 60
/** Clocks may not stand at nothing: a quarter of an hour is the shortest that anybody can keep. */
const HOURS_MIN = 0.25

const hours = (name: string): SettingField => ({
  path: ['clocks', name],
  unit: 'hours',
  min: HOURS_MIN,
  max: HOURS_MAX,
  isWhole: false,
})
const days = (name: string, max: number): SettingField => ({
  path: ['clocks', name],
  unit: 'days',
  min: 1,
  max,
  isWhole: true,
})

/** The clocks, in the order in which an order meets them. */
export const CLOCK_FIELDS: readonly SettingField[] = [
  hours('dispatchUrgentHours'),
  hours('dispatchGeneralHours'),
  hours('acceptHours'),
  days('resolveDays', 365),
  days('rateDays', 60),
  hours('escalateHours'),
]

/** How much each factor adds at its best. */
export const WEIGHT_FIELDS: readonly SettingField[] = FACTORS.map((name) => ({
  path: ['weights', name],
  unit: 'points',
  min: 0,
  max: 100,
  isWhole: false,
}))

/** What two of the factors are measured by. */
export const MEASURE_FIELDS: readonly SettingField[] = [
  { path: ['distanceHalfKm'], unit: 'km', min: 0.1, max: 200, isWhole: false },
  { path: ['ratingPrior'], unit: 'ratings', min: 0, max: 100, isWhole: true },
]

const FIELDS = [...CLOCK_FIELDS, ...WEIGHT_FIELDS, ...MEASURE_FIELDS]

/** The value of a setting. */
export function valueOf(settings: DispatchSettingsView, { path }: SettingField): number {
  const [group, name] = path
  const value = (settings as unknown as Record<string, unknown>)[group]
  return (name === undefined ? value : (value as Record<string, number>)[name]) as number
}

/** What the setting begins with. */
export function defaultOf(field: SettingField): number {
  return valueOf(DEFAULT_SETTINGS, field)
}

/** Settings of which every number is there and within its bounds, or null: an example of anything else means nothing. */
export function completeSettings(values: unknown): DispatchSettingsView | null {
  if (typeof values !== 'object' || values === null) return null
  const settings = values as DispatchSettingsView
  const isFine = FIELDS.every((field) => {
    try {
      const value: unknown = valueOf(settings, field)
      return typeof value === 'number' && value >= field.min && value <= field.max
    } catch {
      return false
    }
  })
  return isFine ? settings : null
}
