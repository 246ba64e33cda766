/** A moment: milliseconds since 1970-01-01T00:00Z. Time is an argument everywhere; nothing below a service reads a clock. */
export type Instant = number

/** Where "now" comes from: the system's clock, or a test's. */
export interface Clock {
  now(): Instant
}

/** The machine's clock. */
export const SYSTEM_CLOCK: Clock = { now: () => Date.now() }

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The district's clock stands at UTC+8 all year; China has kept no summer time since 1991. */
export const CHINA_OFFSET_MS = 8 * HOUR_MS

/** An instant as the contract writes it, or null. */
export function isoOf(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

/** What a database gives for an instant (milliseconds on SQLite, a Date or text on PostgreSQL) as milliseconds. */
export function instantOf(value: unknown): Instant | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (value instanceof Date) return value.getTime()
  const parsed = typeof value === 'string' ? (/^\d+$/.test(value) ? Number(value) : Date.parse(value)) : NaN
  if (Number.isNaN(parsed)) throw new TypeError(`not an instant: ${JSON.stringify(value)}`)
  return parsed
}
