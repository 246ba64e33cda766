import { assign } from './flow'
import {
  byCode,
  judge,
  type Ineligibility,
  type MatchingOrder,
  type MatchingRules,
  type MatchingTeam,
  type Suggestion,
} from './matching'
import { INELIGIBILITIES, type IneligibilityCode } from './vocabulary'

/** An order to plan, with the name that the plan calls it by. */
export interface PlanningOrder extends MatchingOrder {
  documentId: string
}

/** Who should do what, all orders at once. */
export interface PlanProposal {
  assignments: { documentId: string; team: { code: string; name: string }; score: number }[]
  /** Orders that stay open, and why, in Chinese. */
  unassigned: { documentId: string; because: string }[]
  /** The sum of the scores. */
  total: number
}

/**
 * The assignment of orders to teams with the largest total score that the teams' free capacities allow; among those
 * with the same total, one that leaves the fewest orders out. It does not depend on the order of its inputs.
 */
export function planOf(
  orders: readonly PlanningOrder[],
  teams: readonly MatchingTeam[],
  rules: MatchingRules,
): PlanProposal {
  const lines = [...orders].sort((left, right) => byCode(left.documentId, right.documentId))
  const columns = [...teams].sort((left, right) => byCode(left.code, right.code))
  const judged = lines.map((order) => columns.map((team) => judge(order, team, rules)))
  const chosen = assign(
    judged.map((row) => row.map((suggestion) => gainOf(suggestion, lines.length))),
    columns.map(({ capacity, load }) => Math.max(capacity - load, 0)),
  )
  const proposal: PlanProposal = { assignments: [], unassigned: [], total: 0 }
  let cents = 0
  lines.forEach(({ documentId }, index) => {
    const row = judged[index] ?? []
    const suggestion = row[chosen[index] ?? -1]
    if (suggestion?.eligible === true) {
      proposal.assignments.push({ documentId, team: suggestion.team, score: suggestion.score })
      cents += Math.round(suggestion.score * 100)
    } else {
      proposal.unassigned.push({ documentId, because: whyOpen(row) })
    }
  })
  return { ...proposal, total: cents / 100 }
}

/**
 * A score as an integer, in which the smallest difference of scores outweighs placing any number of orders: the total
 * comes first, how many are placed second.
 */
function gainOf(suggestion: Suggestion, orders: number): number | null {
  return suggestion.eligible ? Math.round(suggestion.score * 100) * (orders + 1) + 1 : null
}

/** Why nobody was found: all who could are taken, or what is commonest among the teams that come nearest. */
function whyOpen(row: readonly Suggestion[]): string {
  const able = row.filter(({ eligible }) => eligible).length
  if (able > 0) return `能去的 ${able} 支队伍都已排满`
  const near = row.flatMap((suggestion) => (suggestion.eligible ? [] : [suggestion.because])).filter(isNear)
  if (near.length === 0) return WORDS.not_in_lineage(row.length)
  const skilled = near.filter((because) => because.every(({ code }) => code !== 'skill_missing'))
  const counted = (skilled.length > 0 ? skilled : near).flat()
  const counts = INELIGIBILITIES.map((code) => ({
    code,
    teams: counted.filter((reason) => reason.code === code).length,
  }))
  const commonest = counts.reduce((most, count) => (count.teams > most.teams ? count : most))
  return WORDS[commonest.code](commonest.teams)
}

function isNear(because: readonly Ineligibility[]): boolean {
  return because.every(({ code }) => code !== 'not_in_lineage')
}

/** Reasons said of several teams at once; the first four are said of teams that have the skill. */
const WORDS: Readonly<Record<IneligibilityCode, (teams: number) => string>> = {
  inactive: (teams) => `有此技能的队伍中 ${teams} 支已停用`,
  at_capacity: (teams) => `有此技能的队伍中 ${teams} 支已满`,
  declined_before: (teams) => `有此技能的队伍中 ${teams} 支拒过此单`,
  own_household: (teams) => `有此技能的队伍中 ${teams} 支的队长是点单人自家`,
  skill_missing: (teams) => `附近 ${teams} 支队伍都没有所需技能`,
  not_in_lineage: () => '本村、本镇和区中心都没有队伍',
}
