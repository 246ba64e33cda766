import { ancestorsOf, isWithin, ok, refuse, type Instant, type Result, type UserActor } from '@practice/kernel'
import { timeToRateIsOver } from './clocks'
import type { Ineligibility } from './matching'
import type { Command, Order, VerbInputs } from './order'
import type { OrderRefusal } from './refusals'
import type { Need } from './transitions'
import type { IneligibilityCode } from './vocabulary'

/** A team that an order might go to. */
export interface TeamFacts {
  code: string
  siteCode: string
  /** Why it is not eligible; empty when it is. */
  obstacles: readonly Ineligibility[]
}

/** What rules need to know beyond the order itself. Each need looks at its own part only. */
export interface Facts {
  /** The team that is named (`dispatch`) or that claims (`claim`); null when there is none of that code. */
  team: TeamFacts | null
  /** The best team that the actor may send, or null. */
  firstTeam: string | null
  /** The teams that could take the order (`pool`). */
  eligibleTeams: readonly string[]
  /** Of the volunteers who are said to have been present, the numbers that nobody has (`complete`). */
  unknownVolunteers: readonly string[]
}

/** For verbs that need nothing beyond the order. */
export const NO_FACTS: Facts = { team: null, firstTeam: null, eligibleTeams: [], unknownVolunteers: [] }

/** One situation in which a verb is asked for. */
export interface Situation {
  order: Order
  command: Command
  actor: UserActor
  now: Instant
  facts: Facts
}

type Guard = (situation: Situation) => Result<null, OrderRefusal>

const HOLDS = ok(null)
const LOW_STARS_MAX = 3

/** A team that declined is not suggested again, but the desk, having spoken with it, may send it with a reason. */
const OVERCOME_BY_REASON: readonly IneligibilityCode[] = ['declined_before']

/** Whether a rating is low enough to need a comment and to allow a rework (contract.md). */
export function isLow(stars: number): boolean {
  return stars <= LOW_STARS_MAX
}

/**
 * Whether an actor may send a team of `teamSiteCode`: the dispatcher any of the district, a town officer those of the
 * town, its villages and the center, a village admin those of the village (permissions.md).
 */
export function maySend(actor: UserActor, teamSiteCode: string): boolean {
  if (actor.siteCode === null) return false
  if (isWithin(teamSiteCode, actor.siteCode)) return true
  return actor.role === 'town-officer' && ancestorsOf(actor.siteCode).includes(teamSiteCode)
}

/** What an order lacks before it can be archived (domain.md, closed loop, rule 6). */
export function missingOnFile(order: Order, now: Instant): string[] {
  const { completion } = order
  const onFile = {
    who: order.requesterName !== '' && order.requesterPhone !== '' && order.teamCode !== null,
    when: order.completedAt !== null,
    where: order.siteCode !== '',
    summary: completion !== null && completion.summary !== '',
    evidence: completion !== null && completion.evidence.length > 0,
    rating: order.stars !== null || timeToRateIsOver(order, now),
  }
  return Object.entries(onFile).flatMap(([name, there]) => (there ? [] : [name]))
}

/** What each need of the rulebook checks. */
export const GUARDS: Readonly<Record<Need, Guard>> = {
  team: (situation) => {
    const { actor, facts } = situation
    if (facts.team === null) return refuse('team_unknown')
    if (!maySend(actor, facts.team.siteCode)) return refuse('team_not_yours', { team: facts.team.code })
    const eligible = eligibleTeam(facts.team, OVERCOME_BY_REASON)
    if (!eligible.ok) return eligible
    const { reason } = inputOf(situation, 'dispatch')
    if (facts.team.code === facts.firstTeam || reason !== undefined) return HOLDS
    return refuse('reason_missing', { first: facts.firstTeam })
  },
  pool_teams: (situation) => {
    const { facts } = situation
    const { teams } = inputOf(situation, 'pool')
    const others = teams?.filter((code) => !facts.eligibleTeams.includes(code)) ?? []
    if (others.length > 0) return refuse('team_not_eligible', { teams: others })
    return facts.eligibleTeams.length > 0 ? HOLDS : refuse('nobody_eligible')
  },
  free_capacity: ({ facts }) => (facts.team === null ? refuse('team_unknown') : eligibleTeam(facts.team)),
  on_behalf: (situation) => {
    const { onBehalf } = inputOf(situation, 'rate')
    if (situation.actor.role === 'resident') return onBehalf === undefined ? HOLDS : refuse('on_behalf_unexpected')
    return onBehalf === undefined ? refuse('on_behalf_missing') : HOLDS
  },
  comment: (situation) => {
    const { stars, comment } = inputOf(situation, 'rate')
    return isLow(stars) && !comment ? refuse('comment_missing', { stars }) : HOLDS
  },
  known_volunteers: ({ facts }) =>
    facts.unknownVolunteers.length === 0 ? HOLDS : refuse('volunteer_unknown', { volunteers: facts.unknownVolunteers }),
  low_rating: ({ order }) =>
    order.stars !== null && isLow(order.stars) ? HOLDS : refuse('rating_not_low', { stars: order.stars }),
  everything_on_file: ({ order, now }) => {
    const missing = missingOnFile(order, now)
    return missing.length === 0 ? HOLDS : refuse('incomplete', { missing })
  },
}

function eligibleTeam(team: TeamFacts, overcome: readonly IneligibilityCode[] = []): Result<null, OrderRefusal> {
  const because = team.obstacles.filter(({ code }) => !overcome.includes(code))
  return because.length === 0 ? HOLDS : refuse('team_not_eligible', { team: team.code, because })
}

function inputOf<V extends keyof VerbInputs>({ command }: Situation, verb: V): VerbInputs[V] {
  if (command.verb !== verb) throw new TypeError(`${command.verb} was checked by a rule of ${verb}`)
  return command.input as VerbInputs[V]
}
