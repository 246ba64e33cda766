import type { Verb } from '@practice/dispatch/contracts'

/** Verbs that a dialog can ask for. `dispatch` needs a team and is done where the suggestions are. */
export type DialogVerb = Exclude<Verb, 'dispatch'>

/** Verbs that end something: their button is not the accent's. */
export const HARSH_VERBS: readonly Verb[] = ['cancel', 'decline', 'rework']

/** Verbs that move an order on, the furthest first: of several that are allowed, the first is the main one. */
const FORWARD: readonly Verb[] = ['dispatch', 'claim', 'accept', 'start', 'complete', 'archive', 'rate', 'rework']

/** Verbs that hold an order up or end it: never the main one. */
const ASIDE: readonly Verb[] = ['resume', 'pool', 'pause', 'decline', 'cancel']

const BY_WEIGHT = [...FORWARD, ...ASIDE]

/** Allowed verbs, the main one first. */
export function inOrderOfWeight(verbs: readonly Verb[]): Verb[] {
  return [...verbs].sort((one, other) => BY_WEIGHT.indexOf(one) - BY_WEIGHT.indexOf(other))
}

/** The main one of allowed verbs, or null. While the clock stands still, letting it run is what moves an order on. */
export function mainVerbOf(verbs: readonly Verb[]): Verb | null {
  if (verbs.includes('resume')) return 'resume'
  return FORWARD.find((verb) => verbs.includes(verb)) ?? null
}
