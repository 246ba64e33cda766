import { DAY_MS, HOUR_MS, isoOf, type Instant, type UserActor } from '@practice/kernel'
import { maySend, NO_FACTS } from '@practice/dispatch/domain'
import type { Command, Facts, MatchingOrder, Order } from '@practice/dispatch/domain'
import { DEMO_TEAM } from '../accounts'
import { documentIdOf } from '../document-id'
import type { Random } from '../random'
import type { TeamSeed } from '../teams'
import type { StepName } from './cases'
import type { Draft, DraftSources } from './draft'
import type { Roster } from './roster'

/** An order under way, as its next command depends on it. */
export interface Standing {
  draft: Draft
  order: Order
  declinedTeamCodes: readonly string[]
  invited: readonly string[]
}

/** A command with who gives it and what the rules need to know. */
export interface Asked {
  command: Command
  actor: UserActor
  facts: Facts
}

/** Who and what commands are made from. */
export interface CommandSources extends DraftSources {
  roster: Roster
  place(siteCode: string): MatchingOrder['place']
}

const SECOND_CHOICE_SHARE = 0.12
/** The demo team's hands stay free of late, for whoever tries the product. */
const DEMO_TEAM_SPARED_DAYS = 9
const BY_RESIDENT_SHARE = 0.6

/** The command that a step of a story comes to, or null when there is no team for it. */
export function askedBy(step: StepName, standing: Standing, at: Instant, sources: CommandSources): Asked | null {
  const { draft, order } = standing
  const { version } = order
  const { random } = draft
  const desk = (): UserActor => sources.cast.desk(draft.siteCode, random)
  const byTeam = (command: Command): Asked => ({ command, actor: leaderOf(standing, sources), facts: NO_FACTS })
  const byDesk = (command: Command): Asked => ({ command, actor: desk(), facts: NO_FACTS })
  switch (step) {
    case 'dispatch':
      return dispatching(standing, desk(), at, sources)
    case 'pool':
      return pooling(standing, desk(), at, sources)
    case 'claim':
      return claiming(standing, at, sources)
    case 'accept': {
      const arriveBy = random.chance(0.7) ? isoOf(at + random.integer(2, 30) * HOUR_MS) : null
      return byTeam({ verb: 'accept', version, input: arriveBy === null ? {} : { arriveBy } })
    }
    case 'decline':
      return byTeam({ verb: 'decline', version, input: { reason: sources.phrase('decline', random) } })
    case 'start':
      return byTeam({ verb: 'start', version, input: {} })
    case 'complete':
      return byTeam({ verb: 'complete', version, input: completionOf(standing, sources) })
    case 'pause':
      return byTeam({ verb: 'pause', version, input: { reason: sources.phrase('pause', random) } })
    case 'resume':
      return byTeam({ verb: 'resume', version, input: { reason: sources.phrase('resume', random) } })
    case 'rate-good':
    case 'rate-fair':
    case 'rate-poor':
      return rating(step, standing, sources)
    case 'rework':
      return byDesk({ verb: 'rework', version, input: { reason: sources.phrase('rework', random) } })
    case 'cancel': {
      const command: Command = { verb: 'cancel', version, input: { reason: sources.phrase('cancel', random) } }
      return draft.placedBy.role === 'resident' ? { command, actor: draft.placedBy, facts: NO_FACTS } : byDesk(command)
    }
    case 'archive':
      return byDesk({ verb: 'archive', version, input: {} })
  }
}

function matchable({ draft, order, declinedTeamCodes }: Standing, sources: CommandSources): MatchingOrder {
  return {
    siteCode: draft.siteCode,
    skill: draft.line.skill,
    householdCode: order.householdCode,
    declinedTeamCodes,
    place: sources.place(draft.siteCode),
  }
}

/** The teams that the desk may send and that can take it, best first. */
function eligible(standing: Standing, desk: UserActor, at: Instant, sources: CommandSources): string[] {
  return sources.roster
    .suggestions(matchable(standing, sources), at)
    .filter((suggestion) => suggestion.eligible && maySend(desk, teamOf(suggestion.team.code, sources).siteCode))
    .map((suggestion) => suggestion.team.code)
}

function dispatching(standing: Standing, actor: UserActor, at: Instant, sources: CommandSources): Asked | null {
  const { draft, order } = standing
  const codes = eligible(standing, actor, at, sources)
  const [firstTeam = null, second] = codes.filter((code) => !spared(standing, code, at, sources))
  const other = draft.story.teamCode ?? (draft.random.chance(SECOND_CHOICE_SHARE) ? second : undefined)
  const team = other ?? firstTeam
  if (team === null) return null
  const first = codes[0] ?? null
  const reason = team === first ? undefined : sources.phrase('dispatch', draft.random)
  const command: Command = { verb: 'dispatch', version: order.version, input: { team, reason } }
  const facts = { ...NO_FACTS, team: factsOf(standing, team, at, sources), firstTeam: first }
  return { command, actor, facts }
}

function pooling(standing: Standing, actor: UserActor, at: Instant, sources: CommandSources): Asked | null {
  const eligibleTeams = eligible(standing, actor, at, sources)
  if (eligibleTeams.length === 0) return null
  const command: Command = { verb: 'pool', version: standing.order.version, input: {} }
  return { command, actor, facts: { ...NO_FACTS, eligibleTeams } }
}

function claiming(standing: Standing, at: Instant, sources: CommandSources): Asked | null {
  const free = standing.invited.filter((code) => {
    const { load, capacity } = sources.roster.team(code, at)
    return load < capacity && !spared(standing, code, at, sources)
  })
  if (free.length === 0) return null
  const code = standing.draft.random.pick(free)
  return {
    command: { verb: 'claim', version: standing.order.version, input: {} },
    actor: sources.cast.leader(teamOf(code, sources)),
    facts: { ...NO_FACTS, team: factsOf(standing, code, at, sources) },
  }
}

function spared({ draft }: Standing, code: string, at: Instant, sources: CommandSources): boolean {
  return code === DEMO_TEAM && draft.story.teamCode === null && at > sources.now - DEMO_TEAM_SPARED_DAYS * DAY_MS
}

/** What the rules must know of a team that is to get the order. */
function factsOf(standing: Standing, code: string, at: Instant, sources: CommandSources): Facts['team'] {
  const suggestion = sources.roster
    .suggestions(matchable(standing, sources), at)
    .find((judged) => judged.team.code === code)
  const obstacles = suggestion?.eligible === false ? suggestion.because : []
  return { code, siteCode: teamOf(code, sources).siteCode, obstacles }
}

function leaderOf({ order }: Standing, sources: CommandSources): UserActor {
  return sources.cast.leader(teamOf(order.teamCode, sources))
}

function teamOf(code: string | null, { world }: CommandSources): TeamSeed {
  const team = world.teams.find((one) => one.code === code)
  if (team === undefined) throw new Error(`no team ${code}`)
  return team
}

function completionOf({ draft, order }: Standing, { world }: CommandSources) {
  const { random } = draft
  const members = world.volunteers.filter((volunteer) => volunteer.teamCode === order.teamCode)
  const activity = draft.line.handling === 'activity'
  return {
    summary: draft.case.summary,
    served: activity ? random.integer(18, 140) : random.integer(1, 4),
    hours: (activity ? random.integer(4, 8) : random.integer(1, 6)) / 2,
    volunteers: some(members, random.integer(2, 4), random).map((member) => member.number),
    evidence: Array.from({ length: random.integer(1, 2) }, (_, at) =>
      documentIdOf('evidence', `${draft.documentId}/${order.rework}/${at}`),
    ),
  }
}

function some<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const start = random.integer(0, Math.max(items.length - count, 0))
  return items.slice(start, start + count)
}

const STARS = { 'rate-good': [5, 5, 5, 4], 'rate-fair': [3], 'rate-poor': [1, 2, 2, 3] } as const
const COMMENTS = { 'rate-good': 'good', 'rate-fair': 'fair', 'rate-poor': 'poor' } as const

/** Residents rate for themselves where they can; the village, or the desk by telephone, rates for the others. */
function rating(step: keyof typeof STARS, { draft, order }: Standing, sources: CommandSources): Asked {
  const { random, household, siteCode } = draft
  const { cast, phrase } = sources
  const stars = random.pick<number>(STARS[step])
  const comment = phrase(COMMENTS[step], random) || undefined
  const { version } = order
  if (household !== null && random.chance(BY_RESIDENT_SHARE)) {
    const command: Command = { verb: 'rate', version, input: { stars, comment } }
    return { command, actor: cast.resident(household), facts: NO_FACTS }
  }
  const onBehalf = { reason: phrase('rate-on-behalf', random) }
  const command: Command = { verb: 'rate', version, input: { stars, comment, onBehalf } }
  return { command, actor: cast.villageAdmin(siteCode), facts: NO_FACTS }
}
