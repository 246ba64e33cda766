import { ok, refuse, service, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { ApplyLine } from '../../contracts'
import { act } from './act'
import { mayDispatch, type PlanRequest } from './matching'

/** One line of a plan, as it is to be carried out. */
export interface PlanLine {
  order: string
  team: string
  version: number
}

/** What the event says where the plan sends another team than the one that would suit this order best. */
const PLAN_REASON = '按统筹方案派单'

/** Plans for many orders at once. */
export const plans = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The best assignment of open orders to teams; nothing is changed. */
  make: (actor: Actor, request: PlanRequest, now: Instant) =>
    service(strapi, 'dispatch', 'matching').plan(actor, request, now),

  /** Dispatches line by line, each by the same rules and in its own transaction, so that good lines stand. */
  async apply(
    actor: Actor,
    lines: readonly PlanLine[],
    now: Instant,
  ): Promise<Result<ApplyLine[], 'role_not_allowed'>> {
    if (!mayDispatch(actor)) return refuse('role_not_allowed')
    const snapshot = await service(strapi, 'dispatch', 'matching').snapshot(now)
    const results: ApplyLine[] = []
    for (const { order, team, version } of lines) {
      const command = { verb: 'dispatch', version, input: { team, reason: PLAN_REASON } } as const
      const done = await act(strapi, { actor, documentId: order, command, now, snapshot })
      results.push(done.ok ? { order, ok: true, version: done.value.version } : { order, ok: false, code: done.code })
    }
    return ok(results)
  },
})
