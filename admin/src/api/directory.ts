import type { Tier } from '@practice/kernel'
import { queryOptions } from '@tanstack/react-query'
import qs from 'qs'
import { request } from './client'

/** A site as choosers and tables need it. */
export interface SiteRow {
  documentId: string
  code: string
  name: string
  tier: Tier
  pilot: boolean | null
  population: number | null
  deskPhone: string | null
  deskHours: string | null
}

/** A service item as choosers need it. */
export interface ItemRow {
  documentId: string
  code: string
  name: string
  categoryCode: string
  skill: string | null
  handling: string | null
  resolveDays: number | null
  active: boolean | null
}

/** A volunteer team with what it can and may carry. */
export interface TeamRow {
  documentId: string
  code: string
  name: string
  tier: Tier
  siteCode: string
  skills: string[] | null
  /** Left out, like `active`, of a team above one's own site. */
  capacity?: number | null
  active?: boolean | null
  organisationCode: string | null
  leaderUsername: string | null
}

const PAGE_SIZE = 100
const NAMES_STALE_MS = 300_000

interface Page<Row> {
  data: Row[]
  meta: { pagination: { pageCount: number } }
}

/** All rows of a list of master data that one may see, page by page; for names and choosers, not for what grows. */
export async function loadAll<Row>(path: string, params: Record<string, unknown>): Promise<Row[]> {
  const page = (number: number) =>
    request<Page<Row>>(
      `${path}?${qs.stringify({ ...params, pagination: { page: number, pageSize: PAGE_SIZE } }, { encodeValuesOnly: true })}`,
    )
  const first = await page(1)
  const others = Array.from({ length: Math.max(0, first.meta.pagination.pageCount - 1) }, (_, index) => page(index + 2))
  return [first, ...(await Promise.all(others))].flatMap(({ data }) => data)
}

/** The sites that one may see, points left out, by code. */
export function sitesQuery() {
  return queryOptions({
    queryKey: ['directory', 'sites'],
    queryFn: () =>
      loadAll<SiteRow>('/sites', {
        fields: ['code', 'name', 'tier', 'pilot', 'population', 'deskPhone', 'deskHours'],
        filters: { tier: { $ne: 'point' } },
        sort: ['code'],
      }),
    staleTime: NAMES_STALE_MS,
  })
}

/** The catalogue's service items, by code. */
export function itemsQuery() {
  return queryOptions({
    queryKey: ['directory', 'items'],
    queryFn: () =>
      loadAll<ItemRow>('/service-items', {
        fields: ['code', 'name', 'categoryCode', 'skill', 'handling', 'resolveDays', 'active'],
        sort: ['code'],
      }),
    staleTime: NAMES_STALE_MS,
  })
}

/** The teams that one may see, by code. */
export function teamsQuery() {
  return queryOptions({
    queryKey: ['directory', 'teams'],
    queryFn: () =>
      loadAll<TeamRow>('/teams', {
        fields: [
          'code',
          'name',
          'tier',
          'siteCode',
          'skills',
          'capacity',
          'active',
          'organisationCode',
          'leaderUsername',
        ],
        sort: ['code'],
      }),
    staleTime: NAMES_STALE_MS,
  })
}
