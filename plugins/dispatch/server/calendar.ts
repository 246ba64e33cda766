import { chinaCalendar, CHINA_OFFSET_MS, type Instant } from '@practice/kernel'

/** The calendar of working days by which every clock of the loop runs. */
export const workingCalendar = chinaCalendar()

/** The date in China as `20261124`. */
export function chinaDateOf(instant: Instant): string {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')
}
