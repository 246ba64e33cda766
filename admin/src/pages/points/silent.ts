import type { ScoreRecord } from '@practice/scoring/contracts'
import { DAY_MS } from '@practice/kernel'
import { queryOptions } from '@tanstack/react-query'
import { loadPoints } from '../../scoring/record-view/requests'

const STALE_MS = 300_000

/** A village, and when something was last recorded there. */
export interface LastRecord {
  code: string
  /** An instant; null when nothing ever was. */
  lastAt: string | null
}

/** Of these villages the ones where nothing was recorded since `since` (milliseconds), the longest silent first. */
export function silentSince(sites: readonly LastRecord[], since: number): LastRecord[] {
  return sites
    .filter(({ lastAt }) => lastAt === null || Date.parse(lastAt) < since)
    .sort((one, other) => (one.lastAt ?? '').localeCompare(other.lastAt ?? ''))
}

async function lastRecordOf(site: string, signal: AbortSignal): Promise<LastRecord> {
  const query = { filters: { site: { $eq: site } }, sort: ['recordedAt:desc'], pageSize: 1 }
  const { rows } = await loadPoints<ScoreRecord>('/records', query, signal)
  return { code: site, lastAt: rows[0]?.recordedAt ?? null }
}

/** The villages where nothing was recorded for so many days. Asks for the latest record of each: a town has a dozen. */
export function silentSitesQuery(sites: readonly string[], days: number) {
  return queryOptions({
    queryKey: ['points', 'silent', sites, days],
    queryFn: async ({ signal }) => {
      const last = await Promise.all(sites.map((site) => lastRecordOf(site, signal)))
      return silentSince(last, Date.now() - days * DAY_MS)
    },
    staleTime: STALE_MS,
  })
}
