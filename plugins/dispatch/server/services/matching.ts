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
import type { Plan, PlanOrderView, Suggestion } from '../../contracts'
import {
  maySend,
  NO_FACTS,
  planOf,
  suggest,
  transitionOf,
  type Facts,
  type MatchingOrder,
  type MatchingRules,
  type MatchingTeam,
} from '../../domain'
import type { Directory } from '../store/directory'
import { findDeclines, findOpenOrders, findOrder, findOrders } from '../store/orders'
import type { StoredOrder } from '../store/rows'
import { findMatchingTeams } from '../store/teams'

/** A plan takes no more orders than this at once. */
const PLAN_ORDERS_MAX = 1000

/** The teams of one moment, and what they are compared by. */
export interface Snapshot {
  teams: MatchingTeam[]
  rules: MatchingRules
  directory: Directory
}

/** What a plan is asked for: a site's open orders, or those named. */
export interface PlanRequest {
  site?: string | undefined
  orders?: readonly string[] | undefined
}

/** Why there is no plan. */
export type PlanRefusal = 'role_not_allowed' | 'site_unknown' | 'site_not_yours' | 'order_unknown'

/** Which team for which order: suggestions, plans, and what the rules of verbs need to know of teams. */
export const matching = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = () => strapi.db.connection
  const directoryOf = () => service(strapi, 'dispatch', 'directory').read()

  async function matchingOrder(order: StoredOrder, names: Directory): Promise<MatchingOrder> {
    const declines = await findDeclines(db(), [order.documentId])
    return matchable(
      order,
      declines.map(({ teamCode }) => teamCode),
      names,
    )
  }

  const self = {
    /** The teams as they stand now. */
    async snapshot(now: Instant): Promise<Snapshot> {
      const names = await directoryOf()
      const [teams, settings] = await Promise.all([
        findMatchingTeams(db(), now, (siteCode) => names.sites.get(siteCode)?.place ?? null),
        service(strapi, 'dispatch', 'settings').read(),
      ])
      return { teams, rules: { settings, meanRating: meanRatingOf(teams) }, directory: names }
    },

    /** Every team that the actor may send, judged for an order, best first. */
    async suggestions(
      actor: Actor,
      documentId: string,
      now: Instant,
    ): Promise<Result<Suggestion[], 'not_found' | 'role_not_allowed'>> {
      const order = await findOrder(db(), documentId, actor)
      if (order === null) return refuse('not_found')
      if (!mayDispatch(actor)) return refuse('role_not_allowed')
      const snapshot = await self.snapshot(now)
      return ok(suggest(await matchingOrder(order, snapshot.directory), teamsOf(actor, snapshot), snapshot.rules))
    },

    /** What `dispatch` needs to know: how the named team stands, and who would be first. */
    async factsToDispatch(actor: UserActor, order: StoredOrder, teamCode: string, snapshot: Snapshot): Promise<Facts> {
      const matchable = await matchingOrder(order, snapshot.directory)
      const suggestions = suggest(matchable, teamsOf(actor, snapshot), snapshot.rules)
      const team = snapshot.teams.find(({ code }) => code === teamCode)
      if (team === undefined) return NO_FACTS
      const [judged] = suggest(matchable, [team], snapshot.rules)
      return {
        ...NO_FACTS,
        team: { code: team.code, siteCode: team.siteCode, obstacles: judged?.eligible === false ? judged.because : [] },
        firstTeam: suggestions.find(({ eligible }) => eligible)?.team.code ?? null,
      }
    },

    /** What `pool` needs to know: which teams could take the order. */
    async factsToPool(actor: UserActor, order: StoredOrder, now: Instant): Promise<Facts> {
      const snapshot = await self.snapshot(now)
      const judged = suggest(await matchingOrder(order, snapshot.directory), teamsOf(actor, snapshot), snapshot.rules)
      const eligibleTeams = judged.filter(({ eligible }) => eligible).map(({ team }) => team.code)
      return { ...NO_FACTS, eligibleTeams }
    },

    /** What `claim` needs to know: how the actor's own team stands. */
    async factsToClaim(actor: UserActor, order: StoredOrder, now: Instant): Promise<Facts> {
      const names = await directoryOf()
      const teams = await findMatchingTeams(db(), now, () => null, actor.teamCode ?? '')
      const [team] = teams
      if (team === undefined) return NO_FACTS
      const settings = await service(strapi, 'dispatch', 'settings').read()
      const [judged] = suggest(await matchingOrder(order, names), [team], { settings, meanRating: null })
      const obstacles = judged?.eligible === false ? judged.because : []
      return { ...NO_FACTS, team: { code: team.code, siteCode: team.siteCode, obstacles } }
    },

    /** The best assignment of a site's open orders, or of those named, to the teams that the actor may send. */
    async plan(actor: Actor, request: PlanRequest, now: Instant): Promise<Result<Plan, PlanRefusal>> {
      if (!mayDispatch(actor) || actor.siteCode === null) return refuse('role_not_allowed')
      const site = request.site ?? actor.siteCode
      const names = await directoryOf()
      if (!names.sites.has(site)) return refuse('site_unknown', { site })
      if (!isWithin(site, actor.siteCode)) return refuse('site_not_yours', { site })
      const found =
        request.orders === undefined
          ? await findOpenOrders(db(), actor, rangeOf(site), PLAN_ORDERS_MAX)
          : await findOrders(db(), request.orders, actor)
      const missing = request.orders?.filter((id) => !found.some(({ documentId }) => documentId === id)) ?? []
      if (missing.length > 0) return refuse('order_unknown', { orders: missing })
      const snapshot = await self.snapshot(now)
      const left = found.flatMap((order) => {
        const because = whyNotPlanned(order, actor)
        return because === null ? [] : [{ order: planOrderOf(order, snapshot.directory), because }]
      })
      const plan = await planned(
        found.filter((order) => whyNotPlanned(order, actor) === null),
        actor,
        snapshot,
      )
      return ok({ ...plan, unassigned: [...plan.unassigned, ...left] })
    },
  }

  async function planned(orders: readonly StoredOrder[], actor: UserActor, snapshot: Snapshot): Promise<Plan> {
    const declines = await findDeclines(
      db(),
      orders.map(({ documentId }) => documentId),
    )
    const declinedBy = new Map<string, string[]>()
    for (const { orderId, teamCode } of declines) {
      declinedBy.set(orderId, [...(declinedBy.get(orderId) ?? []), teamCode])
    }
    const lines = orders.map((order) => ({
      ...matchable(order, declinedBy.get(order.documentId) ?? [], snapshot.directory),
      documentId: order.documentId,
    }))
    const proposal = planOf(lines, teamsOf(actor, snapshot), snapshot.rules)
    const views = new Map(orders.map((order) => [order.documentId, planOrderOf(order, snapshot.directory)]))
    const viewOf = (documentId: string): PlanOrderView => {
      const view = views.get(documentId)
      if (view === undefined) throw new Error(`the plan names an order that it was not given: ${documentId}`)
      return view
    }
    return {
      assignments: proposal.assignments.map(({ documentId, team, score }) => ({
        order: viewOf(documentId),
        team,
        score,
      })),
      unassigned: proposal.unassigned.map(({ documentId, because }) => ({ order: viewOf(documentId), because })),
      total: proposal.total,
    }
  }

  return self
}

/** Whether the actor sends teams at all. */
export function mayDispatch(actor: Actor): actor is UserActor {
  return actor.kind === 'user' && transitionOf('dispatch').by.includes(actor.role)
}

function teamsOf(actor: UserActor, { teams }: Snapshot): MatchingTeam[] {
  return teams.filter(({ siteCode }) => maySend(actor, siteCode))
}

/** Why an order that was named has no place in the actor's plan, in Chinese, or null when it has. */
function whyNotPlanned(order: StoredOrder, actor: UserActor): string | null {
  if (order.state !== 'placed' && order.state !== 'pooled') return '此单已不在待派之列'
  const own = actor.householdCode !== null && actor.householdCode === order.householdCode
  return own ? '这是你自家的单,须由他人派单' : null
}

function matchable(order: StoredOrder, declinedTeamCodes: readonly string[], names: Directory): MatchingOrder {
  return {
    siteCode: order.siteCode,
    skill: order.skill,
    householdCode: order.householdCode,
    declinedTeamCodes,
    place: names.sites.get(order.siteCode)?.place ?? null,
  }
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

function meanRatingOf(teams: readonly MatchingTeam[]): number | null {
  const count = teams.reduce((sum, team) => sum + team.ratingCount, 0)
  return count === 0 ? null : teams.reduce((sum, team) => sum + team.ratingSum, 0) / count
}
