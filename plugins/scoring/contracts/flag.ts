import { z } from 'zod'
import { FLAG_KINDS, FLAG_STATES } from '../domain/vocabulary'
import { instant, Person, reason, Ref } from './shared'

export { FLAG_KINDS, FLAG_STATES, type FlagKind, type FlagState } from '../domain/vocabulary'

/** GET /api/scoring/flags */
export const FlagView = z.strictObject({
  documentId: z.string(),
  kind: z.enum(FLAG_KINDS),
  state: z.enum(FLAG_STATES),
  site: Ref,
  /** The account or the card that it is about. */
  subject: z.string(),
  /** The record that raised it and the one that it is compared with: documentId and number. */
  record: z.strictObject({ documentId: z.string(), number: z.string() }).nullable(),
  other: z.strictObject({ documentId: z.string(), number: z.string() }).nullable(),
  /** The figures by which it was raised; the console puts them into words by `kind`. */
  detail: z.record(z.string(), z.unknown()),
  raisedAt: instant,
  settled: z.strictObject({ by: Person, at: instant, note: z.string() }).nullable(),
  allowed: z.array(z.enum(['settle'])),
})
export type Flag = z.infer<typeof FlagView>

/** POST /api/scoring/flags/:documentId/settle {note} */
export const SettleFlag = { body: z.strictObject({ note: reason }) }
export const FLAG_FILTERS = ['state', 'kind', 'site', 'subject', 'raisedAt'] as const
export const FLAG_SORTS = ['raisedAt'] as const
