import {
  isWithin,
  ok,
  rangeOf,
  refuse,
  service,
  type Actor,
  type Instant,
  type Result,
  type UserActor,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { ApplyLine, Plan, PlanOrderView } from '../../contracts'
import { planOf } from '../../domain'
import type { Directory } from '../store/directory'
import { findDeclines, findOpenOrders, findOrders } from '../store/orders'
import type { StoredOrder } from '../store/rows'
import { act } from './act'
import { matchable, mayDispatch, teamsOf, type Snapshot } from './matching'

/** A plan takes no more orders than this at once. */
const PLAN_ORDERS_MAX = 1000

/** What the event says where the plan sends another team than the one that would suit this order best. */
const PLAN_REASON = '按统筹方案派单'

/** What a plan is asked for: a site's open orders, or those named. */
export interface PlanRequest {
  site?: string | undefined
  orders?: readonly string[] | undefined
}

/** Why there is no plan. */
export type PlanRefusal = 'role_not_allowed' | 'site_unknown' | 'site_not_yours' | 'order_unknown'

/** One line of a plan, as it is to be carried out. */
export interface PlanLine {
  order: string
  team: string
  version: number
}

/** Plans for many orders at once. */
export const plans = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The best assignment of a site's open orders, or of those named, to the teams that the actor may send. Nothing is
   * changed.
   */
  async make(actor: Actor, request: PlanRequest, now: Instant): Promise<Result<Plan, PlanRefusal>> {
    if (!mayDispatch(actor) || actor.siteCode === null) return refuse('role_not_allowed')
    const site = request.site ?? actor.siteCode
    const { sites } = await service(strapi, 'dispatch', 'directory').read()
    if (!sites.has(site)) return refuse('site_unknown', { site })
    if (!isWithin(site, actor.siteCode)) return refuse('site_not_yours', { site })
    const db = strapi.db.connection
    const found =
      request.orders === undefined
        ? await findOpenOrders(db, actor, rangeOf(site), PLAN_ORDERS_MAX)
        : await findOrders(db, request.orders, actor)
    const missing = request.orders?.filter((id) => !found.some(({ documentId }) => documentId === id)) ?? []
    if (missing.length > 0) return refuse('order_unknown', { orders: missing })
    const snapshot = await service(strapi, 'dispatch', 'matching').snapshot(now)
    return ok(await planned(strapi, found, actor, teamsOf(actor, snapshot)))
  },

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

async function planned(
  strapi: Core.Strapi,
  orders: readonly StoredOrder[],
  actor: UserActor,
  { teams, rules, directory }: Snapshot,
): Promise<Plan> {
  const open = orders.filter((order) => whyNotPlanned(order, actor) === null)
  const declinedBy = await declinesOf(strapi, open)
  const lines = open.map((order) => {
    const { documentId } = order
    return { ...matchable(order, declinedBy.get(documentId) ?? [], directory), documentId }
  })
  const proposal = planOf(lines, teams, rules)
  const views = new Map(orders.map((order) => [order.documentId, planOrderOf(order, directory)]))
  const viewOf = (documentId: string): PlanOrderView => {
    const view = views.get(documentId)
    if (view === undefined) throw new Error(`the plan names an order that it was not given: ${documentId}`)
    return view
  }
  const left = orders.flatMap((order) => {
    const because = whyNotPlanned(order, actor)
    return because === null ? [] : [{ order: viewOf(order.documentId), because }]
  })
  return {
    assignments: proposal.assignments.map(({ documentId, team, score }) => ({
      order: viewOf(documentId),
      team,
      score,
    })),
    unassigned: [
      ...proposal.unassigned.map(({ documentId, because }) => ({ order: viewOf(documentId), because })),
      ...left,
    ],
    total: proposal.total,
  }
}

/** The teams that declined each order. */
async function declinesOf(strapi: Core.Strapi, orders: readonly StoredOrder[]): Promise<Map<string, string[]>> {
  const ids = orders.map(({ documentId }) => documentId)
  const declinedBy = new Map<string, string[]>()
  for (const { orderId, teamCode } of await findDeclines(strapi.db.connection, ids)) {
    declinedBy.set(orderId, [...(declinedBy.get(orderId) ?? []), teamCode])
  }
  return declinedBy
}

/** Why an order that was named has no place in the actor's plan, in Chinese, or null when it has. */
function whyNotPlanned(order: StoredOrder, actor: UserActor): string | null {
  if (order.state !== 'placed' && order.state !== 'pooled') return '此单已不在待派之列'
  const own = actor.householdCode !== null && actor.householdCode === order.householdCode
  return own ? '这是你自家的单,须由他人派单' : null
}

function planOrderOf(order: StoredOrder, names: Directory): PlanOrderView {
  const { siteCode, itemCode } = order
  return {
    documentId: order.documentId,
    number: order.number,
    version: order.version,
    site: { code: siteCode, name: names.sites.get(siteCode)?.name ?? siteCode },
    serviceItem: { code: itemCode, name: names.items.get(itemCode)?.name ?? itemCode },
  }
}
