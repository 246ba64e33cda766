import { service, type Instant, type UserActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { NO_FACTS, type Command, type Facts, type TeamFacts } from '../../domain'
import type { StoredOrder } from '../store/rows'
import { findUnknownVolunteers } from '../store/teams'
import { judged, teamsOf, type Snapshot } from './matching'

/** Who asks for what, and when. */
export interface Asking {
  actor: UserActor
  command: Command
  now: Instant
  /** The teams as they stood when a plan was applied, so that its lines need not read them again. */
  snapshot?: Snapshot | undefined
}

/** What the rules of a verb need to know beyond the order; read only for the verbs whose rules ask. */
export async function factsFor(strapi: Core.Strapi, order: StoredOrder, asking: Asking): Promise<Facts> {
  const { actor, command, now } = asking
  const matching = service(strapi, 'dispatch', 'matching')
  switch (command.verb) {
    case 'dispatch': {
      const snapshot = asking.snapshot ?? (await matching.snapshot(now))
      return factsToDispatch(strapi, order, actor, command.input.team, snapshot)
    }
    case 'pool':
      return factsToPool(strapi, order, teamsOf(actor, await matching.snapshot(now)))
    case 'claim': {
      const team = await teamFacts(strapi, order, await matching.snapshot(now, actor.teamCode ?? ''))
      return { ...NO_FACTS, team }
    }
    case 'complete': {
      const unknownVolunteers = await findUnknownVolunteers(strapi.db.connection, command.input.volunteers)
      return { ...NO_FACTS, unknownVolunteers }
    }
    default:
      return NO_FACTS
  }
}

/** How the named team stands, and who would be the actor's first choice. */
async function factsToDispatch(
  strapi: Core.Strapi,
  order: StoredOrder,
  actor: UserActor,
  teamCode: string,
  snapshot: Snapshot,
): Promise<Facts> {
  const suggestions = await judged(strapi, order, teamsOf(actor, snapshot))
  const named = snapshot.teams.filter(({ code }) => code === teamCode)
  return {
    ...NO_FACTS,
    team: await teamFacts(strapi, order, { ...snapshot, teams: named }),
    firstTeam: suggestions.find(({ eligible }) => eligible)?.team.code ?? null,
  }
}

/** Which teams could take the order. */
async function factsToPool(strapi: Core.Strapi, order: StoredOrder, snapshot: Snapshot): Promise<Facts> {
  const suggestions = await judged(strapi, order, snapshot)
  return { ...NO_FACTS, eligibleTeams: suggestions.filter(({ eligible }) => eligible).map(({ team }) => team.code) }
}

/** How the one team of a snapshot stands, or null when it holds none. */
async function teamFacts(strapi: Core.Strapi, order: StoredOrder, snapshot: Snapshot): Promise<TeamFacts | null> {
  const [team] = snapshot.teams
  if (team === undefined) return null
  const [suggestion] = await judged(strapi, order, snapshot)
  const obstacles = suggestion?.eligible === false ? suggestion.because : []
  return { code: team.code, siteCode: team.siteCode, obstacles }
}
