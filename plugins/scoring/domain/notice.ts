import type { Instant } from '@practice/kernel'
import { endOfDay } from './calendar'

/** When a notice ends: 24:00 in China of the day that lies `noticeDays` days after the approval (domain.md, points, 3). */
export function noticeEndsAt(approvedAt: Instant, noticeDays: number): Instant {
  return endOfDay(approvedAt, noticeDays)
}

/** Whether a notice is over: at its end nobody objects any more, and what stands is posted. */
export function isOver(record: { noticeEndsAt: Instant | null }, now: Instant): boolean {
  return record.noticeEndsAt !== null && record.noticeEndsAt <= now
}

/** Who closes the notices of a site by hand. */
export const CLOSING_ROLES = ['points-supervisor'] as const
