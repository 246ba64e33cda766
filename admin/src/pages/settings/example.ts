import { factorsOf } from '@practice/dispatch/contracts'
import type {
  ClockName,
  DispatchSettingsView,
  Escalation,
  Factor,
  MatchingOrder,
  MatchingTeam,
  Urgency,
} from '@practice/dispatch/contracts'
import { DAY_MS, HOUR_MS } from '@practice/kernel'
import { addWorking, chinaCalendar } from '../../kernel-calendar'

/** A moment of the example, in milliseconds. */
export interface ExampleStep {
  step: ClockName | Escalation
  at: number
}

const CALENDAR = chinaCalendar()
const STEPS_UP: readonly Escalation[] = ['village', 'town', 'center', 'leader']

/** Until when each step of an order that is placed at `now` has to be done, if each is done in the last minute. */
export function deadlinesOf({ clocks }: DispatchSettingsView, urgency: Urgency, now: number): ExampleStep[] {
  const dispatchHours = urgency === 'urgent' ? clocks.dispatchUrgentHours : clocks.dispatchGeneralHours
  const lengths: readonly (readonly [ClockName, number])[] = [
    ['dispatchBy', dispatchHours * HOUR_MS],
    ['acceptBy', clocks.acceptHours * HOUR_MS],
    ['resolveBy', clocks.resolveDays * DAY_MS],
    ['rateBy', clocks.rateDays * DAY_MS],
  ]
  let at = now
  return lengths.map(([step, length]) => {
    at = addWorking(at, length, CALENDAR)
    return { step, at }
  })
}

/** When a village's order that nobody dispatches is brought to whom. */
export function escalationsOf(settings: DispatchSettingsView, urgency: Urgency, now: number): ExampleStep[] {
  const [first] = deadlinesOf(settings, urgency, now)
  let at = first?.at ?? now
  return STEPS_UP.map((step, index) => {
    if (index > 0) at = addWorking(at, settings.clocks.escalateHours * HOUR_MS, CALENDAR)
    return { step, at }
  })
}

/** Teams of the example; key of `settings:example.team`. */
export const EXAMPLE_TEAMS = ['village', 'town', 'center'] as const
export type ExampleTeam = (typeof EXAMPLE_TEAMS)[number]

/** A team of the example with its score. */
export interface ExampleScore {
  team: ExampleTeam
  score: number
  factors: Factor[]
}

const DISTRICT = '640402'
const TOWN = '640402100'
const VILLAGE = '640402100207'
const KM_PER_DEGREE = 111.2

const ORDER: MatchingOrder = {
  siteCode: VILLAGE,
  skill: null,
  householdCode: null,
  declinedTeamCodes: [],
  place: { latitude: 36.26, longitude: 106.15 },
}

const MEAN_RATING = 4.2

/** A busy village team, an idle and well rated one of the town, and one of the center that is paired with the village. */
const TEAMS: Readonly<Record<ExampleTeam, MatchingTeam>> = {
  village: team(VILLAGE, { km: 0.8, load: 4, ratingSum: 46, ratingCount: 12, declines: 1, idleDays: 2 }),
  town: team(TOWN, { km: 4.2, load: 1, ratingSum: 48, ratingCount: 10, declines: 0, idleDays: 20 }),
  center: team(DISTRICT, { km: 28, load: 0, ratingSum: 5, ratingCount: 1, declines: 0, idleDays: 30, isPaired: true }),
}

interface TeamFacts extends Pick<MatchingTeam, 'load' | 'ratingSum' | 'ratingCount' | 'declines' | 'idleDays'> {
  km: number
  isPaired?: boolean
}

function team(siteCode: string, { km, isPaired = false, ...facts }: TeamFacts): MatchingTeam {
  return {
    code: siteCode,
    name: siteCode,
    siteCode,
    skills: [],
    capacity: 5,
    active: true,
    pairedSiteCodes: isPaired ? [VILLAGE] : [],
    place: { latitude: 36.26 + km / KM_PER_DEGREE, longitude: 106.15 },
    leaderHouseholdCode: null,
    ...facts,
  }
}

/** The example's teams as these settings would suggest them, best first, by the very rule of dispatch. */
export function exampleScores(settings: DispatchSettingsView): ExampleScore[] {
  return EXAMPLE_TEAMS.map((name) => {
    const factors = factorsOf(ORDER, TEAMS[name], { settings, meanRating: MEAN_RATING })
    return { team: name, factors, score: factors.reduce((sum, { points }) => sum + points, 0) }
  }).sort((one, other) => other.score - one.score)
}
