import { DAY_MS, dayStartOf, HOUR_MS, MINUTE_MS, type Instant } from '@practice/kernel'

/** The moment of an hour and minute in China, some days after the day of `now` (before it, when below zero). */
export type Moments = (day: number, hour: number, minute?: number) => Instant

/** Moments as people name them, around `now`. */
export function momentsOf(now: Instant): Moments {
  const today = dayStartOf(now)
  return (day, hour, minute = 0) => today + day * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS
}
