import type { Channel, FactorName, Urgency } from '@practice/dispatch/contracts'

/** The contract's words as lists, without the schemas' code: choosers need them, and a missing one does not compile. */
function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): Word[] {
  return Object.keys(words) as Word[]
}

export const URGENCIES = wordsOf<Urgency>({ urgent: true, general: true })

export const CHANNELS = wordsOf<Channel>({ telephone: true, desk: true, paper: true, phone: true, web: true })

export const FACTORS = wordsOf<FactorName>({
  skill: true,
  tier: true,
  distance: true,
  pairing: true,
  load: true,
  rating: true,
  declines: true,
  fairness: true,
})
