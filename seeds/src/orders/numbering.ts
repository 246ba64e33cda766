import { CHINA_OFFSET_MS, type Instant } from '@practice/kernel'
import type { Numbering } from './draft'

const DIGITS = 4

/**
 * Numbers run by the day in China, as the product gives them: 20261124-0001. `drawn` holds how many each day has given
 * already, by the day's key, and is counted up.
 */
export function numbering(drawn: Map<string, number>): Numbering {
  return (at) => {
    const day = chinaDateOf(at)
    const key = counterOf(day)
    const value = (drawn.get(key) ?? 0) + 1
    drawn.set(key, value)
    return `${day}-${String(value).padStart(DIGITS, '0')}`
  }
}

/** The counter of a day's order numbers, as dispatch keeps it. */
function counterOf(day: string): string {
  return `order:${day}`
}

/** The date in China as `20261124`. */
function chinaDateOf(at: Instant): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')
}
