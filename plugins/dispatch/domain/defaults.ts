import { DEFAULT_CLOCKS, type Settings } from './settings'

/**
 * *Sample* settings, to begin with. One tier nearer is worth 25 points: a village's own team comes before the town's
 * unless it is nearly full and badly rated beside an idle, well rated one.
 */
export const DEFAULT_SETTINGS: Settings = {
  clocks: DEFAULT_CLOCKS,
  weights: { skill: 30, tier: 50, distance: 20, pairing: 10, load: 15, rating: 15, declines: 10, fairness: 5 },
  ratingPrior: 5,
  distanceHalfKm: 5,
}
