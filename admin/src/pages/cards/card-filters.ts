import type { CardState } from '@practice/scoring/contracts'
import { normalised } from '../../scoring/card-search/rank'

/** A village's own part of a card's number. */
const SERIAL_LENGTH = 4
const VILLAGE_CODE_LENGTH = 12

/** The states of a card, in the order of the list's choices. */
export const CARD_STATES = ['active', 'frozen', 'closed'] as const satisfies readonly CardState[]

/** The state that an address names, or null for all. */
export function stateOf(text: string | null): CardState | null {
  return CARD_STATES.find((state) => state === text) ?? null
}

/**
 * What a list of cards is asked for, by what was typed: letters are initials, figures the number (of a village's own
 * card the last four are enough), anything else a part of the name.
 */
export function filtersOf(text: string, state: CardState | null, site: string | null): Record<string, unknown> {
  return { ...searchOf(text, site), ...(state === null ? {} : { state: { $eq: state } }) }
}

function searchOf(text: string, site: string | null): Record<string, unknown> {
  const asked = normalised(text)
  if (asked === '') return {}
  if (/^[a-z]+$/.test(asked)) return { initials: { $startsWith: asked } }
  if (!/^[\d-]+$/.test(asked)) return { holder: { $contains: asked } }
  const isSerial = /^\d+$/.test(asked) && asked.length <= SERIAL_LENGTH
  if (!isSerial || site?.length !== VILLAGE_CODE_LENGTH) return { number: { $startsWith: asked } }
  return { number: { $eq: `${site}-${asked.padStart(SERIAL_LENGTH, '0')}` } }
}
