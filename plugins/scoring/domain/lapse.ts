import { type Instant } from '@practice/kernel'
import { newYearOf, yearOf } from './calendar'
import type { TransferKind } from './vocabulary'

/** One movement on a card since the New Year. */
export interface Movement {
  kind: TransferKind
  /** Above zero for what came to the card. */
  change: number
  transferId: string
  /** The transfer that it undoes. */
  reverses: string | null
}

/** The year whose points are due to lapse, and the instant at which it ended. */
export function yearEndBefore(now: Instant): { year: number; endedAt: Instant } {
  const year = yearOf(now)
  return { year: year - 1, endedAt: newYearOf(year) }
}

/**
 * The points that lapse: what was held at the New Year less what was spent since. What was undone since is as if it had
 * never been; what came since does not lapse and is not spent before the older points. Of a card that was replaced since,
 * the figures are those of both cards together. Never more than what the card has now.
 */
export function pointsToLapse(heldAtNewYear: number, since: readonly Movement[]): number {
  const made = new Map(since.map((movement) => [movement.transferId, movement]))
  const undone = new Set(since.flatMap(({ reverses }) => (reverses !== null && made.has(reverses) ? [reverses] : [])))
  const spent = since
    .filter(({ kind, change }) => change < 0 && kind !== 'replace')
    .filter(({ transferId, reverses }) => !undone.has(transferId) && (reverses === null || !made.has(reverses)))
    .reduce((sum, { change }) => sum - change, 0)
  return Math.max(0, heldAtNewYear - spent)
}
