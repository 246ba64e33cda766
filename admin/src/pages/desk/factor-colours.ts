import type { FactorName } from '@practice/dispatch/contracts'

/**
 * Eight quiet colours that are told apart beside one another. They are no states: orange, red and green in their full
 * strength are left to those.
 */
const COLOURS: Readonly<Record<FactorName, readonly [light: string, dark: string]>> = {
  skill: ['#3D5A80', '#7D9CC4'],
  tier: ['#6C8EBF', '#5675A3'],
  distance: ['#5B9AA0', '#6FB3B8'],
  pairing: ['#9A86A4', '#B7A1C2'],
  load: ['#8A9A5B', '#A4B572'],
  rating: ['#C2A25A', '#CDB06E'],
  declines: ['#A9746E', '#C08C86'],
  fairness: ['#8D99A6', '#74808D'],
}

/** The colour of a factor's part of the bar. */
export function factorColour(name: FactorName, isDark: boolean): string {
  return COLOURS[name][isDark ? 1 : 0]
}
