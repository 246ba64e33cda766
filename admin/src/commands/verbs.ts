import type { Verb } from '@practice/dispatch/contracts'

/** Verbs that a dialog can ask for. `dispatch` needs a team and is done where the suggestions are. */
export type DialogVerb = Exclude<Verb, 'dispatch'>

/** Verbs that end something: their button is not the accent's. */
export const HARSH_VERBS: readonly Verb[] = ['cancel', 'decline', 'rework']

/** Which of several allowed verbs is the main one: what moves the order on comes first. */
const BY_WEIGHT: readonly Verb[] = [
  'dispatch',
  'claim',
  'accept',
  'start',
  'complete',
  'resume',
  'archive',
  'rate',
  'rework',
  'pool',
  'pause',
  'decline',
  'cancel',
]

/** Allowed verbs, the main one first. */
export function inOrderOfWeight(verbs: readonly Verb[]): Verb[] {
  return [...verbs].sort((one, other) => BY_WEIGHT.indexOf(one) - BY_WEIGHT.indexOf(other))
}
