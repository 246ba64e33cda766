import { readRows } from '../csv'
import type { Random } from '../random'

/** What people say when they do something to a record, a redemption or a shop. */
export type PointPhrase =
  | 'approve'
  | 'reject'
  | 'withdraw'
  | 'object-held'
  | 'object-upheld'
  | 'object-dismissed'
  | 'uphold'
  | 'dismiss'
  | 'settle'
  | 'void'
  | 'restock'
  | 'stocktake'

/** The words of the sample: of an act, and of what was done under a rule. */
export interface PointWords {
  of(kind: PointPhrase, random: Random): string
  /** Null where a rule has no words of its own. */
  noteOf(rule: string, random: Random): string | null
}

/** Reads the words once. */
export function pointWords(): PointWords {
  const phrases = readRows('point-phrases.csv', ['kind', 'text'])
  const notes = readRows('record-notes.csv', ['rule', 'note'])
  return {
    of: (kind, random) => random.pick(phrases.filter((row) => row.kind === kind)).text,
    noteOf: (rule, random) => {
      const fitting = notes.filter((row) => row.rule === rule)
      return fitting.length === 0 ? null : random.pick(fitting).note
    },
  }
}
