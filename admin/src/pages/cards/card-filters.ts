import type { CrudFilter } from '@refinedev/core'
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
export function filtersOf(text: string, state: CardState | null, site: string | null): CrudFilter[] {
  return [
    ...searchOf(text, site),
    ...(state === null ? [] : [{ field: 'state', operator: 'eq' as const, value: state }]),
  ]
}

function searchOf(text: string, site: string | null): CrudFilter[] {
  const asked = normalised(text)
  if (asked === '') return []
  if (/^[a-z]+$/.test(asked)) return [{ field: 'initials', operator: 'startswiths', value: asked }]
  if (!/^[\d-]+$/.test(asked)) return [{ field: 'holder', operator: 'containss', value: asked }]
  const isSerial = /^\d+$/.test(asked) && asked.length <= SERIAL_LENGTH
  if (!isSerial || site?.length !== VILLAGE_CODE_LENGTH) {
    return [{ field: 'number', operator: 'startswiths', value: asked }]
  }
  return [{ field: 'number', operator: 'eq', value: `${site}-${asked.padStart(SERIAL_LENGTH, '0')}` }]
}
