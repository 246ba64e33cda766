import { z } from 'zod'
import { FACTORS, INELIGIBILITIES } from '../domain/vocabulary'
import { Ref } from './order'

/** How a team is judged, so that whoever sets weights sees at once what they do. */
export { factorsOf } from '../domain/factors'
export type { MatchingOrder, MatchingTeam } from '../domain/matching'

export { FACTORS, INELIGIBILITIES, type FactorName, type IneligibilityCode } from '../domain/vocabulary'

export const FactorView = z.strictObject({
  name: z.enum(FACTORS),
  /** The measured quantity: 0 to 1 for most, kilometres for `distance`, days for `fairness`, a count for `declines`. */
  value: z.number(),
  /** The setting's weight. */
  weight: z.number(),
  /** What it adds to the score. */
  points: z.number(),
  /** One clause in Chinese. */
  because: z.string(),
})
export type Factor = z.infer<typeof FactorView>

export const SuggestionView = z.discriminatedUnion('eligible', [
  z.strictObject({ team: Ref, eligible: z.literal(true), score: z.number(), factors: z.array(FactorView) }),
  z.strictObject({
    team: Ref,
    eligible: z.literal(false),
    because: z.array(z.strictObject({ code: z.enum(INELIGIBILITIES), text: z.string() })),
  }),
])
export type Suggestion = z.infer<typeof SuggestionView>

/** POST /api/dispatch/plans: all open orders of a site (default the actor's), or those named. */
export const MakePlan = {
  body: z.strictObject({
    site: z.string().min(1).max(40).optional(),
    orders: z.array(z.string().min(1).max(64)).min(1).max(1000).optional(),
  }),
}

/** An order in a plan; `version` is what `apply` has to send. */
export const PlanOrder = z.strictObject({
  documentId: z.string(),
  number: z.string(),
  version: z.int(),
  site: Ref,
  serviceItem: Ref,
})

export type PlanOrderView = z.infer<typeof PlanOrder>

export const PlanView = z.strictObject({
  assignments: z.array(z.strictObject({ order: PlanOrder, team: Ref, score: z.number() })),
  unassigned: z.array(z.strictObject({ order: PlanOrder, because: z.string() })),
  total: z.number(),
})
export type Plan = z.infer<typeof PlanView>

/** POST /api/dispatch/plans/apply: a result per line; each line stands or falls alone. */
export const ApplyPlan = {
  body: z.strictObject({
    assignments: z
      .array(
        z.strictObject({ order: z.string().min(1).max(64), team: z.string().min(1).max(40), version: z.int().min(0) }),
      )
      .min(1)
      .max(1000),
  }),
}
export const ApplyLineView = z.strictObject({
  order: z.string(),
  ok: z.boolean(),
  /** The refusal's code when it was not applied. */
  code: z.string().optional(),
  version: z.int().optional(),
})
export type ApplyLine = z.infer<typeof ApplyLineView>
