import type { QuietVillagesView } from '@practice/access/contracts'
import type { TeamLoad } from '@practice/dispatch/contracts'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { loadAll } from '../../api/directory'
import { request, requestData } from '../../api/client'
import qs from 'qs'
import { pollMs } from '../../live/poll'
import type { PlacedSite } from './map/district-map'

const PLACES_STALE_MS = 300_000

/** Villages of which nothing was heard for so many days, at a site or at one's own. */
export function quietVillagesQuery(days: number, site: string | null = null) {
  const query = new URLSearchParams({ days: String(days), ...(site === null ? {} : { site }) })
  return queryOptions({
    queryKey: ['quiet-villages', days, site],
    queryFn: ({ signal }) => requestData<QuietVillagesView>(`/sites/quiet?${query.toString()}`, { signal }),
    staleTime: PLACES_STALE_MS,
  })
}

/** What the teams at one's own site and below have in their hands, the fullest first. */
export function teamLoadsQuery() {
  return queryOptions({
    queryKey: ['orders', 'loads'],
    queryFn: ({ signal }) => requestData<TeamLoad[]>('/dispatch/loads', { signal }),
    refetchInterval: pollMs,
  })
}

/** The towns of the district with their places. */
export function townPlacesQuery() {
  return queryOptions({
    queryKey: ['directory', 'town-places'],
    queryFn: () =>
      loadAll<PlacedSite>('/sites', {
        fields: ['code', 'name', 'latitude', 'longitude'],
        filters: { tier: { $eq: 'town' } },
        sort: ['code'],
      }),
    staleTime: PLACES_STALE_MS,
  })
}

const ACTIVITIES_STALE_MS = 60_000

/** How many activities are going on at this moment, of those that one may see. */
export function runningActivitiesQuery() {
  return queryOptions({
    queryKey: ['activities', 'running'],
    queryFn: async ({ signal }) => {
      const now = new Date().toISOString()
      const query = {
        filters: { startsAt: { $lte: now }, endsAt: { $gte: now } },
        fields: ['code'],
        pagination: { pageSize: 1 },
      }
      const { meta } = await request<{ meta: { pagination: { total: number } } }>(
        `/activities?${qs.stringify(query, { encodeValuesOnly: true })}`,
        { signal },
      )
      return meta.pagination.total
    },
    staleTime: ACTIVITIES_STALE_MS,
    refetchInterval: ACTIVITIES_STALE_MS,
  })
}

/** A site as a way to it is told. */
export interface WaySite extends PlacedSite {
  address: string | null
  deskPhone: string | null
}

/** The sites of these codes with their places, as far as one may see them; nothing is asked without any. */
export function waySitesQuery(codes: readonly string[]) {
  const asked = [...new Set(codes)].sort()
  return queryOptions({
    queryKey: ['directory', 'way-sites', asked],
    queryFn:
      asked.length === 0
        ? skipToken
        : () =>
            loadAll<WaySite>('/sites', {
              fields: ['code', 'name', 'latitude', 'longitude', 'address', 'deskPhone'],
              filters: { code: { $in: asked } },
              sort: ['code'],
            }),
    staleTime: PLACES_STALE_MS,
  })
}
