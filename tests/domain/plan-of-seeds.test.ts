import { judge, planOf, type MatchingTeam, type PlanningOrder } from '@practice/dispatch/domain'
import { items } from '../../seeds/src/catalogue'
import { samplePairings } from '../../seeds/src/organisations'
import { sampleSites } from '../../seeds/src/sites'
import { sampleTeams } from '../../seeds/src/teams'
import { byLibrary, greedy } from './assignment-oracles'
import { RULES, seeded } from './matching-fixture'

const sites = sampleSites()
const placeOf = (code: string) => {
  const { latitude, longitude } = sites.find((site) => site.code === code) ?? { latitude: null, longitude: null }
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** The 115 teams of the seeds, with some history. */
function seedTeams(): MatchingTeam[] {
  const random = seeded(115)
  const pairings = samplePairings()
  return sampleTeams(sites).map(({ code, name, siteCode, skills, capacity, organisationCode }) => ({
    code,
    name,
    siteCode,
    skills,
    capacity,
    load: Math.floor(random() * capacity),
    active: true,
    pairedSiteCodes: pairings
      .filter((pairing) => pairing.organisationCode === organisationCode)
      .map((pairing) => pairing.siteCode),
    ratingSum: 20 + Math.floor(random() * 25),
    ratingCount: 10,
    declines: Math.floor(random() * 3),
    idleDays: Math.floor(random() * 40),
    place: placeOf(siteCode),
    leaderHouseholdCode: null,
  }))
}

/** A morning on which the pilot villages ask for everything. */
function seedOrders(count: number): PlanningOrder[] {
  const random = seeded(300)
  const pick = <Value>(from: readonly Value[]) => from[Math.floor(random() * from.length)]
  const villages = sites.filter(({ pilot, tier }) => pilot && tier === 'village')
  return Array.from({ length: count }, (_, index) => {
    const siteCode = pick(villages)?.code ?? ''
    return {
      documentId: `order-${String(index).padStart(3, '0')}`,
      siteCode,
      skill: pick(items())?.skill ?? null,
      householdCode: null,
      declinedTeamCodes: [],
      place: placeOf(siteCode),
    }
  })
}

test('on the seeds a plan is the best there is, better than first come', async () => {
  const teams = seedTeams()
  const orders = seedOrders(300)
  expect(teams).toHaveLength(115)
  const cents = orders.map((order) =>
    teams.map((team) => {
      const suggestion = judge(order, team, RULES)
      return suggestion.eligible ? Math.round(suggestion.score * 100) : null
    }),
  )
  const free = teams.map(({ capacity, load }) => capacity - load)
  const plan = planOf(orders, teams, RULES)
  const total = Math.round(plan.total * 100)
  expect(plan.assignments.length + plan.unassigned.length).toBe(300)
  expect(total).toBe(await byLibrary(cents, free))
  expect(total).toBeGreaterThan(greedy(cents, free))
})
