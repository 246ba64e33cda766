import type { Instant } from '@practice/kernel'
import { capKeyOf } from '@practice/scoring/domain'
import type { ActivitySeed } from '../activities'
import { momentsOf, type Moments } from '../days'
import type { HouseholdSeed } from '../households'
import { randomOf, type Random } from '../random'
import type { PointWords } from './phrases'
import { rulesAt, type RuleSeed } from './rule-sets'
import { isOnDuty, type Village } from './village'

/** An archived order of the village, by which somebody may have earned something. */
export interface ArchivedOrder {
  documentId: string
  archivedAt: Instant
}

/** What a village's history is drawn from. */
export interface PlanSources {
  now: Instant
  activities: readonly ActivitySeed[]
  orders: readonly ArchivedOrder[]
  words: PointWords
}

/** A village's history while it is being drawn: it keeps what is left of every cap. */
export interface Drawing {
  village: Village
  sources: PlanSources
  at: Moments
  random: Random
  noticeDays: number
  rule(code: string): RuleSeed
  /**
   * A household for a score under the rule, from whose cap it is taken, or null where nobody has any left. Zealous
   * families come more often; those of the people who review and decide are scored by lists alone.
   */
  household(rule: RuleSeed, quantity: number, occurredAt: Instant): HouseholdSeed | null
  /** Takes a score from a household's cap; false where too little is left. */
  take(household: HouseholdSeed, rule: RuleSeed, quantity: number, occurredAt: Instant): boolean
}

/** Begins the history of a village. */
export function drawingOf(village: Village, sources: PlanSources): Drawing {
  const { rules, noticeDays } = rulesAt(village.site.code)
  const random = randomOf(`points:${village.site.code}`)
  const used = new Map<string, number>()
  const hasRoom = (household: HouseholdSeed, rule: RuleSeed, points: number, at: Instant): boolean =>
    rule.capPerMonth === null || (used.get(capKeyOf(household.code, rule.code, at)) ?? 0) + points <= rule.capPerMonth
  const take: Drawing['take'] = (household, rule, quantity, at) => {
    const points = rule.points * quantity
    if (!hasRoom(household, rule, points, at)) return false
    const key = capKeyOf(household.code, rule.code, at)
    used.set(key, (used.get(key) ?? 0) + points)
    return true
  }
  return {
    village,
    sources,
    random,
    noticeDays,
    take,
    at: momentsOf(sources.now),
    rule: (code) => {
      const rule = rules.find((one) => one.code === code)
      if (rule === undefined) throw new Error(`no rule ${code} at ${village.site.code}`)
      return rule
    },
    household: (rule, quantity, at) => {
      const points = rule.points * quantity
      const fitting = village.households.filter((one) => !isOnDuty(one) && hasRoom(one, rule, points, at))
      if (fitting.length === 0) return null
      const chosen = random.weighted(fitting, zealOf)
      take(chosen, rule, quantity, at)
      return chosen
    },
  }
}

/** Some families come to everything, others seldom. */
export function zealOf({ code }: HouseholdSeed): number {
  return 1 + randomOf(`zeal:${code}`).integer(0, 3) ** 2
}
