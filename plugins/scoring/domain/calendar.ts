import { CHINA_OFFSET_MS, DAY_MS, dayStartOf, type Instant } from '@practice/kernel'

/** The day of China in which an instant lies, as `YYYY-MM-DD`. */
export function dayOf(instant: Instant): string {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

/** The month of China in which an instant lies, as `YYYY-MM`: what caps and summaries count by. */
export function monthOf(instant: Instant): string {
  return dayOf(instant).slice(0, 7)
}

/** The year of China in which an instant lies. */
export function yearOf(instant: Instant): number {
  return Number(dayOf(instant).slice(0, 4))
}

/** The midnight of China with which a day, `YYYY-MM-DD`, begins; null for what is no day. */
export function startOfDay(day: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const start = Date.parse(`${day}T00:00:00+08:00`)
  // The 30th of February parses as a day of March on some engines, so that what comes out is compared.
  return Number.isNaN(start) || dayOf(start) !== day ? null : start
}

/** The midnight of China with which a day ends, `days` days after that of `instant`: 0 is the instant's own. */
export function endOfDay(instant: Instant, days = 0): Instant {
  return dayStartOf(instant) + (days + 1) * DAY_MS
}

/** January 1, 00:00 in China. */
export function newYearOf(year: number): Instant {
  return Date.UTC(year, 0, 1) - CHINA_OFFSET_MS
}

/** The same wall clock of China one year earlier; of a February 29 the March 1. */
export function yearBefore(instant: Instant): Instant {
  const there = new Date(instant + CHINA_OFFSET_MS)
  there.setUTCFullYear(there.getUTCFullYear() - 1)
  return there.getTime() - CHINA_OFFSET_MS
}
