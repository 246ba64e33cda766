import { isWithin, lineageOf, tierOf } from '@practice/kernel'
import type { Factor, MatchingOrder, MatchingRules, MatchingTeam, Place } from './matching'
import { FACTORS, type FactorName } from './vocabulary'

/** A factor measured: the quantity that is shown, the share of the weight that it earns (0 to 1), and the clause. */
interface Measure {
  value: number
  share: number
  because: string
}

type Measuring = (order: MatchingOrder, team: MatchingTeam, rules: MatchingRules) => Measure

/** Idle for this long, a team has all that fairness gives. */
const IDLE_DAYS_FULL = 30

/** What a district without any rating takes for its mean: the middle of one to five. */
const MIDDLE_STARS = 3

/** Why a team that can be sent is worth what it is, in the order of `FACTORS`; points are rounded to hundredths. */
export function factorsOf(order: MatchingOrder, team: MatchingTeam, rules: MatchingRules): Factor[] {
  return FACTORS.map((name) => {
    const { value, share, because } = MEASURES[name](order, team, rules)
    const weight = rules.settings.weights[name]
    return { name, value: rounded(value), weight, points: rounded(weight * share), because }
  })
}

const MEASURES: Readonly<Record<FactorName, Measuring>> = {
  skill: (order) => ({
    value: 1,
    share: 1,
    because: order.skill === null ? '不限技能' : `有“${order.skill}”技能`,
  }),
  tier: tierNearness,
  distance: nearness,
  pairing: (order, team) => {
    const paired = team.pairedSiteCodes.some((code) => isWithin(order.siteCode, code))
    return { value: paired ? 1 : 0, share: paired ? 1 : 0, because: paired ? '与当地结对' : '未与当地结对' }
  },
  load: (_, team) => {
    const free = 1 - team.load / team.capacity
    return { value: free, share: free, because: `手头 ${team.load}/${team.capacity} 单` }
  },
  rating,
  declines: (_, team) => ({
    value: team.declines,
    share: 1 / (1 + team.declines),
    because: team.declines === 0 ? '近 90 天没有拒单' : `近 90 天拒单 ${team.declines} 次`,
  }),
  fairness: (_, team) => {
    const days = team.idleDays ?? IDLE_DAYS_FULL
    const because = team.idleDays === null ? '还没有接到过单' : `${Math.floor(days)} 天没有接到单`
    return { value: days, share: Math.min(Math.max(days, 0) / IDLE_DAYS_FULL, 1), because }
  },
}

const TIER_WORDS = { center: '区中心', town: '本镇', village: '本村', point: '本点' } as const

/** The nearest tier that can have teams earns all, one step up half, two steps nothing. */
function tierNearness(order: MatchingOrder, team: MatchingTeam): Measure {
  // A point has no teams of its own: its village is as near as it gets.
  const homes = lineageOf(order.siteCode).filter((code) => tierOf(code) !== 'point')
  const steps = Math.max(homes.indexOf(team.siteCode), 0)
  const share = Math.max(1 - steps / 2, 0)
  return { value: share, share, because: `${TIER_WORDS[tierOf(team.siteCode) ?? 'center']}队伍` }
}

function nearness(order: MatchingOrder, team: MatchingTeam, { settings }: MatchingRules): Measure {
  if (order.place === null || team.place === null) {
    // Half the points, so that a team gains nothing from not saying where it is, nor loses all.
    return { value: settings.distanceHalfKm, share: 0.5, because: '距离不详' }
  }
  const km = kilometresBetween(order.place, team.place)
  return {
    value: km,
    share: settings.distanceHalfKm / (settings.distanceHalfKm + km),
    because: `距离 ${km.toFixed(1)} km`,
  }
}

/** A team's own stars with `ratingPrior` ratings of the mean added, so that one good rating does not beat fifty. */
function rating(_: MatchingOrder, team: MatchingTeam, { settings, meanRating }: MatchingRules): Measure {
  const mean = meanRating ?? MIDDLE_STARS
  const count = settings.ratingPrior + team.ratingCount
  const stars = count === 0 ? mean : (settings.ratingPrior * mean + team.ratingSum) / count
  const value = Math.min(Math.max((stars - 1) / 4, 0), 1)
  const because =
    team.ratingCount === 0
      ? `还没有评价,按平均 ${mean.toFixed(1)} 星计`
      : `${team.ratingCount} 次评价,折合 ${stars.toFixed(1)} 星`
  return { value, share: value, because }
}

const EARTH_RADIUS_KM = 6371

/** The great-circle distance between two places (haversine). */
export function kilometresBetween(one: Place, other: Place): number {
  const latitudes = radians(other.latitude - one.latitude)
  const longitudes = radians(other.longitude - one.longitude)
  const chord =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(longitudes / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(Math.sqrt(chord), 1))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function rounded(quantity: number): number {
  return Math.round(quantity * 100) / 100
}
