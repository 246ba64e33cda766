import chineseDays from 'chinese-days'
import { CHINA_OFFSET_MS, DAY_MS, type Instant } from './time'

/** Which days count: the clocks of the loop stand still on all others (domain.md, closed loop, rule 5). */
export interface WorkingCalendar {
  /** Whether the China day that begins at `dayStart` counts; it counts whole, all 24 hours, or not at all. */
  isWorkingDay(dayStart: Instant): boolean
}

/** A calendar in which this many days in a row are idle is a mistake; without a bound the search would never end. */
const IDLE_DAYS_MAX = 1000

/** The midnight in China (UTC+8) with which the day of `instant` began. */
export function dayStartOf(instant: Instant): Instant {
  return Math.floor((instant + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS
}

/**
 * China's working days from `chinese-days`: public holidays are off, make-up Saturdays and Sundays are on, and years
 * that the State Council has not announced yet have plain weekends. Each day is looked up once.
 */
export function chinaCalendar(): WorkingCalendar {
  const known = new Map<Instant, boolean>()
  return {
    isWorkingDay(dayStart) {
      const before = known.get(dayStart)
      if (before !== undefined) return before
      const working = isChinaWorkday(dayStart)
      known.set(dayStart, working)
      return working
    },
  }
}

function isChinaWorkday(dayStart: Instant): boolean {
  const day = new Date(dayStart + CHINA_OFFSET_MS)
  // The library reads dates in the machine's own zone, so that it gets a local noon: a text would slip by a day west of Greenwich.
  return chineseDays.isWorkday(new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12))
}

/**
 * The earliest instant at which `workingMs` milliseconds of working time have passed since `start`. Throws on a
 * negative amount and on a calendar that never works.
 */
export function addWorking(start: Instant, workingMs: number, calendar: WorkingCalendar): Instant {
  if (!(workingMs >= 0)) throw new RangeError(`working time must not be negative: ${workingMs}`)
  let left = workingMs
  let at = start
  let idleDays = 0
  while (left > 0) {
    const dayStart = dayStartOf(at)
    const nextDay = dayStart + DAY_MS
    if (calendar.isWorkingDay(dayStart)) {
      idleDays = 0
      if (left <= nextDay - at) return at + left
      left -= nextDay - at
    } else if (++idleDays > IDLE_DAYS_MAX) {
      throw new RangeError('the calendar has no working days')
    }
    at = nextDay
  }
  return at
}

/** The working time in milliseconds from `start` to `end`; 0 when `end` is not later. */
export function workingBetween(start: Instant, end: Instant, calendar: WorkingCalendar): number {
  let worked = 0
  let at = start
  while (at < end) {
    const dayStart = dayStartOf(at)
    const until = Math.min(dayStart + DAY_MS, end)
    if (calendar.isWorkingDay(dayStart)) worked += until - at
    at = until
  }
  return worked
}

/**
 * A deadline after a pause: moved so that as much working time is left when work resumes as was left when it paused.
 * A deadline that had passed before the pause stays where it was, overdue.
 */
export function resumed(deadline: Instant, pausedAt: Instant, resumedAt: Instant, calendar: WorkingCalendar): Instant {
  if (deadline <= pausedAt || resumedAt <= pausedAt) return deadline
  return addWorking(resumedAt, workingBetween(pausedAt, deadline, calendar), calendar)
}
