import { z } from 'zod'
import { ORDER_STATES, Ref } from './order'

/** Stars as counted: how many, and their mean to one decimal, or null when there is none. */
const Stars = z.strictObject({ count: z.int(), mean: z.number().nullable() })

/** Counts of one site and all below it. */
export const SummaryFigures = z.strictObject({
  states: z.record(z.enum(ORDER_STATES), z.int()),
  total: z.int(),
  overdue: z.int(),
  /** Medians in hours of what was done in time or late; null when nothing was done yet. */
  medianHours: z.strictObject({
    toDispatch: z.number().nullable(),
    toAccept: z.number().nullable(),
    toResolve: z.number().nullable(),
    toRate: z.number().nullable(),
  }),
  ratings: z.strictObject({ resident: Stars, staff: Stars, unrated: z.int() }),
})

/** The query of GET /api/dispatch/summary: the code of a site, the actor's own unless told. */
export const SummaryQuery = z.strictObject({ site: z.string().min(1).max(40).optional() })

/** GET /api/dispatch/summary?site= */
export const SummaryView = SummaryFigures.extend({
  site: Ref,
  /** The sites directly below. */
  below: z.array(SummaryFigures.extend({ site: Ref })),
})
export type Summary = z.infer<typeof SummaryView>

/** GET /api/dispatch/loads?site= — the teams of a site and below that work, the fullest first. */
export const TeamLoadView = z.strictObject({
  team: Ref.extend({ documentId: z.string() }),
  /** Orders in its hands: dispatched to it, accepted or started; and how many of these are late. */
  load: z.int(),
  overdue: z.int(),
  /** How many it may have in its hands. */
  capacity: z.int(),
})
export type TeamLoad = z.infer<typeof TeamLoadView>
