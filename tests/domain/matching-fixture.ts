import { DEFAULT_SETTINGS, type MatchingOrder, type MatchingRules, type MatchingTeam } from '@practice/dispatch/domain'

/** A village, its town and its district, with a neighbour of each. */
export const SITES = {
  center: '640402',
  town: '640402100',
  village: '640402100207',
  point: '640402100207-01',
  otherVillage: '640402100208',
  otherTown: '640402107',
} as const

export const RULES: MatchingRules = { settings: DEFAULT_SETTINGS, meanRating: 4.5 }

/** An order of 老三营村 for repairs, with what is different. */
export function order(different: Partial<MatchingOrder> = {}): MatchingOrder {
  return {
    siteCode: SITES.village,
    skill: '维修',
    householdCode: '640402100207-H001',
    declinedTeamCodes: [],
    place: { latitude: 36.25, longitude: 106.2 },
    ...different,
  }
}

/** A village team that can repair, idle and average, with what is different. */
export function team(different: Partial<MatchingTeam> = {}): MatchingTeam {
  return {
    code: 'T001',
    name: '老三营村维修队',
    siteCode: SITES.village,
    skills: ['维修'],
    capacity: 5,
    load: 0,
    active: true,
    pairedSiteCodes: [],
    ratingSum: 45,
    ratingCount: 10,
    declines: 0,
    idleDays: 10,
    place: { latitude: 36.25, longitude: 106.2 },
    leaderHouseholdCode: null,
    ...different,
  }
}

/** A repeatable source of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
