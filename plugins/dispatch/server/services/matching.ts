import { ok, refuse, service, type Actor, type Instant, type Result, type UserActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Suggestion } from '../../contracts'
import { maySend, suggest, transitionOf, type MatchingOrder, type MatchingRules, type MatchingTeam } from '../../domain'
import type { Directory } from '../store/directory'
import { findDeclines, findOrder } from '../store/orders'
import type { StoredOrder } from '../store/rows'
import { findMatchingTeams } from '../store/teams'

/** The teams of one moment, and what they are compared by. */
export interface Snapshot {
  teams: MatchingTeam[]
  rules: MatchingRules
  directory: Directory
}

/** Which team for which order. */
export const matching = ({ strapi }: { strapi: Core.Strapi }) => {
  const self = {
    /** The teams as they stand now; with a code, that one alone. */
    async snapshot(now: Instant, code?: string): Promise<Snapshot> {
      const directory = await service(strapi, 'dispatch', 'directory').read()
      const placeOf = (siteCode: string) => directory.sites.get(siteCode)?.place ?? null
      const [teams, settings] = await Promise.all([
        findMatchingTeams(strapi.db.connection, now, placeOf, code),
        service(strapi, 'dispatch', 'settings').read(),
      ])
      return { teams, rules: { settings, meanRating: meanRatingOf(teams) }, directory }
    },

    /** Every team that the actor may send, judged for an order, best first. */
    async suggestions(
      actor: Actor,
      documentId: string,
      now: Instant,
    ): Promise<Result<Suggestion[], 'not_found' | 'role_not_allowed'>> {
      const order = await findOrder(strapi.db.connection, documentId, actor)
      if (order === null) return refuse('not_found')
      if (!mayDispatch(actor)) return refuse('role_not_allowed')
      return ok(await judged(strapi, order, teamsOf(actor, await self.snapshot(now))))
    },
  }
  return self
}

/** The teams of a snapshot judged for an order, best first. */
export async function judged(strapi: Core.Strapi, order: StoredOrder, snapshot: Snapshot): Promise<Suggestion[]> {
  const declines = await findDeclines(strapi.db.connection, [order.documentId])
  const declined = declines.map(({ teamCode }) => teamCode)
  return suggest(matchable(order, declined, snapshot.directory), snapshot.teams, snapshot.rules)
}

/** Whether the actor sends teams at all. */
export function mayDispatch(actor: Actor): actor is UserActor {
  return actor.kind === 'user' && transitionOf('dispatch').by.includes(actor.role)
}

/** A snapshot with only the teams that the actor may send. */
export function teamsOf(actor: UserActor, snapshot: Snapshot): Snapshot {
  return { ...snapshot, teams: snapshot.teams.filter(({ siteCode }) => maySend(actor, siteCode)) }
}

/** An order as far as the choice of a team depends on it. */
export function matchable(order: StoredOrder, declinedTeamCodes: readonly string[], names: Directory): MatchingOrder {
  return {
    siteCode: order.siteCode,
    skill: order.skill,
    householdCode: order.householdCode,
    declinedTeamCodes,
    place: names.sites.get(order.siteCode)?.place ?? null,
  }
}

function meanRatingOf(teams: readonly MatchingTeam[]): number | null {
  const count = teams.reduce((sum, team) => sum + team.ratingCount, 0)
  return count === 0 ? null : teams.reduce((sum, team) => sum + team.ratingSum, 0) / count
}
