/** From where to where a chart is drawn, and where its lines are: every figure lies between. */
export interface Scale {
  low: number
  high: number
  ticks: readonly number[]
}

const STEPS_MOST = 5
const ROUND = [1, 2, 5, 10] as const

/** A scale from zero, or from below it when something was taken away, in round steps of whole points. */
export function scaleOf(figures: readonly number[]): Scale {
  const least = Math.min(0, ...figures)
  const most = Math.max(0, ...figures)
  const step = stepOf((most - least) / STEPS_MOST)
  const low = Math.floor(least / step) * step
  const high = Math.max(Math.ceil(most / step) * step, low + step)
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step)
  return { low, high, ticks }
}

/** How far up a figure is, from 0 at the lowest to 100 at the highest. */
export function percentOn({ low, high }: Scale, figure: number): number {
  return ((figure - low) / (high - low)) * 100
}

/** The smallest round number that is not below `least`. */
function stepOf(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(least, 1))))
  const round = ROUND.find((number) => number * power >= least) ?? 10
  return round * power
}
