import { lineageOf } from '@practice/kernel'
import { factorsOf } from './factors'
import type { Settings } from './settings'
import { INELIGIBILITIES, type FactorName, type IneligibilityCode } from './vocabulary'

/** Where something stands, in degrees. */
export interface Place {
  latitude: number
  longitude: number
}

/** An order as far as the choice of a team depends on it. */
export interface MatchingOrder {
  siteCode: string
  /** What the work takes; null when anybody can do it. */
  skill: string | null
  householdCode: string | null
  /** Teams that declined this order. */
  declinedTeamCodes: readonly string[]
  place: Place | null
}

/** A team as far as the choice of it depends on it. */
export interface MatchingTeam {
  code: string
  name: string
  /** Its home: a village, a town or the center. */
  siteCode: string
  skills: readonly string[]
  /** How many orders it can have in hand. */
  capacity: number
  /** How many it has. */
  load: number
  active: boolean
  /** The sites that the team's organisation is paired with (结对帮扶). */
  pairedSiteCodes: readonly string[]
  /** All stars that it got, and how many ratings they came in. */
  ratingSum: number
  ratingCount: number
  /** How many orders it declined in the last 90 days. */
  declines: number
  /** Days since it last got an order, or null when it never did. */
  idleDays: number | null
  place: Place | null
  leaderHouseholdCode: string | null
}

/** What all suggestions of one moment are made by. */
export interface MatchingRules {
  settings: Pick<Settings, 'weights' | 'ratingPrior' | 'distanceHalfKm'>
  /** The mean stars of the district's teams, or null while nobody has rated. */
  meanRating: number | null
}

/** One reason for a team: what was measured, and what it adds to the score. As the contract's `Factor`. */
export interface Factor {
  name: FactorName
  value: number
  weight: number
  points: number
  because: string
}

/** One reason why a team cannot be sent. */
export interface Ineligibility {
  code: IneligibilityCode
  text: string
}

/** A team judged for an order, as the contract's `Suggestion`. */
export type Suggestion =
  | { team: { code: string; name: string }; eligible: true; score: number; factors: Factor[] }
  | { team: { code: string; name: string }; eligible: false; because: Ineligibility[] }

/**
 * Every team judged for an order (domain.md, closed loop, rule 2): those that can be sent by their score, best first,
 * then those that cannot, with the fewest reasons first. Equals stand by code, so that the same input always gives the same list.
 */
export function suggest(order: MatchingOrder, teams: readonly MatchingTeam[], rules: MatchingRules): Suggestion[] {
  return teams.map((team) => judge(order, team, rules)).sort(bestFirst)
}

/** One team judged for an order: its score with all factors, or all reasons why it cannot be sent. */
export function judge(order: MatchingOrder, team: MatchingTeam, rules: MatchingRules): Suggestion {
  const ref = { code: team.code, name: team.name }
  const because = ineligibilitiesOf(order, team)
  if (because.length > 0) return { team: ref, eligible: false, because }
  const factors = factorsOf(order, team, rules)
  const cents = factors.reduce((sum, { points }) => sum + Math.round(points * 100), 0)
  return { team: ref, eligible: true, score: cents / 100, factors }
}

/** Why a team cannot be sent to an order: all reasons, in the order of `INELIGIBILITIES`. Empty when it can. */
export function ineligibilitiesOf(order: MatchingOrder, team: MatchingTeam): Ineligibility[] {
  return INELIGIBILITIES.flatMap((code) => {
    const text = OBSTACLES[code](order, team)
    return text === null ? [] : [{ code, text }]
  })
}

/** What stands in a team's way, said in Chinese, or null when that obstacle is not there. */
const OBSTACLES: Readonly<Record<IneligibilityCode, (order: MatchingOrder, team: MatchingTeam) => string | null>> = {
  inactive: (_, team) => (team.active ? null : '队伍已停用'),
  not_in_lineage: (order, team) =>
    lineageOf(order.siteCode).includes(team.siteCode) ? null : '不是本村、本镇或区中心的队伍',
  skill_missing: (order, team) =>
    order.skill === null || team.skills.includes(order.skill) ? null : `没有“${order.skill}”技能`,
  at_capacity: (_, team) => (team.load < team.capacity ? null : `手头 ${team.load}/${team.capacity} 单,已满`),
  declined_before: (order, team) => (order.declinedTeamCodes.includes(team.code) ? '已拒过此单' : null),
  own_household: (order, team) =>
    order.householdCode !== null && order.householdCode === team.leaderHouseholdCode ? '点单的是队长自家' : null,
}

function bestFirst(left: Suggestion, right: Suggestion): number {
  if (left.eligible !== right.eligible) return left.eligible ? -1 : 1
  const difference = left.eligible && right.eligible ? right.score - left.score : reasons(left) - reasons(right)
  return difference !== 0 ? difference : byCode(left.team.code, right.team.code)
}

function reasons(suggestion: Suggestion): number {
  return suggestion.eligible ? 0 : suggestion.because.length
}

/** The order of codes, the same under every locale. */
export function byCode(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1
}
