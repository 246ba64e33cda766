const FIRST_MS = 1_000
const MOST_MS = 30_000

/**
 * How long to wait after so many failures in a row: twice as long each time up to half a minute, and not all tabs at the
 * same moment, since they lost their server together.
 */
export function afterFailures(failures: number, random: () => number = Math.random): number {
  const wait = Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(wait * (0.5 + random() / 2))
}
