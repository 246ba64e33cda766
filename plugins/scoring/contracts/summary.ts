import { z } from 'zod'
import { THEMES } from '../domain/vocabulary'
import { Ref } from './shared'

/** Points of one site and all below it. */
export const PointsFigures = z.strictObject({
  /** Posted in the months asked for, reversals taken off. */
  issued: z.int(),
  redeemed: z.int(),
  lapsed: z.int(),
  /** What cards hold now. */
  outstanding: z.int(),
  /** Recorded, on notice or held: on its way. */
  pending: z.int(),
  cards: z.int(),
})

/** GET /api/scoring/summary?site=&months= — the last `months` months of China, 12 unless told. */
export const PointsSummaryQuery = z.strictObject({
  site: z.string().min(1).max(40).optional(),
  months: z.coerce.number().int().min(1).max(36).optional(),
})
export const PointsSummaryView = PointsFigures.extend({
  site: Ref,
  /** Of the set that decides at the site; null for none. `used` is outstanding and pending below the set's own site. */
  budget: z.strictObject({ site: Ref, points: z.int(), used: z.int() }).nullable(),
  byTheme: z.array(z.strictObject({ theme: z.enum(THEMES), issued: z.int(), records: z.int() })),
  byMonth: z.array(z.strictObject({ month: z.string(), issued: z.int(), redeemed: z.int(), lapsed: z.int() })),
  /** What waits for people: records to review, lines on notice, open objections, open flags. */
  waiting: z.strictObject({ recorded: z.int(), noticed: z.int(), held: z.int(), flags: z.int() }),
  /** The sites directly below. */
  below: z.array(PointsFigures.extend({ site: Ref })),
})
export type PointsSummary = z.infer<typeof PointsSummaryView>
