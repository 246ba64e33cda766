import { DAY_MS, type Instant } from '@practice/kernel'
import { DEFAULT_SETTINGS, OCCUPYING_STATES, suggest } from '@practice/dispatch/domain'
import type { MatchingOrder, MatchingTeam, OrderState, Place, Suggestion } from '@practice/dispatch/domain'
import type { SiteSeed } from '../sites'
import type { SampleWorld } from './world'

/** What teams have in hand and what they did, as the replayed history goes on. */
export interface Roster {
  /** Every team judged for an order at that moment, best first: the product's own matching. */
  suggestions(order: MatchingOrder, now: Instant): Suggestion[]
  /** One team as the rules see it. */
  team(code: string, now: Instant): MatchingTeam
  /** An order of a team went from one state to another. */
  moved(teamCode: string, from: OrderState, to: OrderState, now: Instant): void
  declined(teamCode: string): void
  rated(teamCode: string, stars: number): void
}

interface Past {
  load: number
  ratingSum: number
  ratingCount: number
  declines: number
  lastAt: Instant | null
}

/** A roster of the sample's teams, all of them idle. */
export function rosterOf(world: SampleWorld): Roster {
  const pasts = new Map<string, Past>()
  const pastOf = (code: string): Past => {
    const past = pasts.get(code) ?? { load: 0, ratingSum: 0, ratingCount: 0, declines: 0, lastAt: null }
    pasts.set(code, past)
    return past
  }
  const fixed = idleTeams(world)
  const standing = (team: MatchingTeam, now: Instant): MatchingTeam => {
    const { lastAt, ...past } = pastOf(team.code)
    return { ...team, ...past, idleDays: lastAt === null ? null : (now - lastAt) / DAY_MS }
  }
  const meanRating = (): number | null => {
    const all = [...pasts.values()]
    const count = all.reduce((sum, past) => sum + past.ratingCount, 0)
    return count === 0 ? null : all.reduce((sum, past) => sum + past.ratingSum, 0) / count
  }
  return {
    suggestions(order, now) {
      const rules = { settings: DEFAULT_SETTINGS, meanRating: meanRating() }
      const judged = fixed.map((team) => standing(team, now))
      return suggest(order, judged, rules)
    },
    team(code, now) {
      const team = fixed.find((one) => one.code === code)
      if (team === undefined) throw new Error(`no team ${code}`)
      return standing(team, now)
    },
    moved(teamCode, from, to, now) {
      const past = pastOf(teamCode)
      const before = isOccupying(from)
      const after = isOccupying(to)
      if (after && !before) {
        past.load += 1
        past.lastAt = now
      } else if (before && !after) past.load -= 1
    },
    declined(teamCode) {
      pastOf(teamCode).declines += 1
    },
    rated(teamCode, stars) {
      const past = pastOf(teamCode)
      past.ratingSum += stars
      past.ratingCount += 1
    },
  }
}

function idleTeams({ teams, sites, pairings }: SampleWorld): MatchingTeam[] {
  const places = new Map(sites.map((site) => [site.code, placeOf(site)]))
  return teams.map((team) => ({
    ...team,
    active: true,
    pairedSiteCodes: pairings
      .filter((pairing) => pairing.organisationCode === team.organisationCode)
      .map((pairing) => pairing.siteCode),
    ...{ load: 0, ratingSum: 0, ratingCount: 0, declines: 0, idleDays: null, leaderHouseholdCode: null },
    place: places.get(team.siteCode) ?? null,
  }))
}

/** Where a site stands, as the product's matching asks for it. */
export function placeOf({ latitude, longitude }: SiteSeed): Place | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

function isOccupying(state: OrderState): boolean {
  return (OCCUPYING_STATES as readonly OrderState[]).includes(state)
}
