import { MINUTE_MS, type Instant } from '@practice/kernel'

/** Failures in a row, per address and account, after which no password is tried any more for a while. */
export const FAILURES_MAX = 5

/** How long it stays so, from the last failure on. */
export const LOCK_MS = 15 * MINUTE_MS

/** What is known of a pair of address and account. */
export interface Attempts {
  failures: number
  lastAt: Instant
}

/** Milliseconds until the pair may try again; 0 when it may now. */
export function lockedForMs(attempts: Attempts | null, now: Instant): number {
  if (attempts === null || attempts.failures < FAILURES_MAX) return 0
  return Math.max(0, attempts.lastAt + LOCK_MS - now)
}
