import type { Summary } from '@practice/dispatch/contracts'
import { countOf } from '../desk/queue'

/** The figures of a site directly below. */
export type Below = Summary['below'][number]

const PRESSING = ['overdue', 'toDispatch', 'toAccept'] as const

/** Sites where something waits, the most overdue first; of equally late ones, the one with most to dispatch. */
export function pressing(below: readonly Below[]): Below[] {
  return below
    .filter((figures) => PRESSING.some((group) => countOf(group, figures) > 0))
    .sort(
      (one, other) =>
        PRESSING.map((group) => countOf(group, other) - countOf(group, one)).find((more) => more !== 0) ??
        one.site.code.localeCompare(other.site.code),
    )
}
