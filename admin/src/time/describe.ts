import { DAY_MS, HOUR_MS, MINUTE_MS } from '@practice/kernel'

/** The district's clock, whatever the device's. */
export const TIME_ZONE = 'Asia/Shanghai'

/** A day of the district as `2026-11-25`. */
export function dayOf(instant: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, dateStyle: 'short' }).format(instant)
}

/** How people name the day of an instant: by its distance from today, else by its date. */
export type DayName = 'today' | 'yesterday' | 'tomorrow' | 'thisYear' | 'otherYear'

/** The name of an instant's day, seen from `now`; both in milliseconds. */
export function dayNameOf(instant: number, now: number): DayName {
  const day = dayOf(instant)
  if (day === dayOf(now)) return 'today'
  if (day === dayOf(now - DAY_MS)) return 'yesterday'
  if (day === dayOf(now + DAY_MS)) return 'tomorrow'
  return day.slice(0, 4) === dayOf(now).slice(0, 4) ? 'thisYear' : 'otherYear'
}

/** A duration in the one unit that people would use. */
export interface Duration {
  unit: 'minutes' | 'hours' | 'days'
  count: number
}

const HOURS_UNTIL_DAYS = 48

/** Minutes below an hour, hours below two days, else days; never "0 minutes". */
export function durationOf(lengthMs: number): Duration {
  const length = Math.abs(lengthMs)
  if (length < HOUR_MS) return { unit: 'minutes', count: Math.max(1, Math.floor(length / MINUTE_MS)) }
  if (length < HOURS_UNTIL_DAYS * HOUR_MS) return { unit: 'hours', count: Math.floor(length / HOUR_MS) }
  return { unit: 'days', count: Math.floor(length / DAY_MS) }
}
