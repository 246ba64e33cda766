import { queryOptions } from '@tanstack/react-query'
import { loadMenu } from '../../api/orders'
import { loadAll } from '../../api/directory'
import { request, requestData } from '../../api/client'
import { changesOf, saysNothing } from './setting'
import type { CellRef, ItemRow, MenuLine, OfferingRow, Setting } from './setting'

const CATALOGUE_STALE_MS = 300_000
const OFFERINGS = '/service-offerings'

/** A category of the catalogue, in its place. */
export interface CategoryRow {
  code: string
  name: string
  position: number | null
}

/** The catalogue's items that are in use, by code. */
export function catalogueQuery() {
  return queryOptions({
    queryKey: ['offerings', 'catalogue'],
    queryFn: () =>
      loadAll<ItemRow>('/service-items', {
        fields: ['code', 'name', 'categoryCode', 'handling', 'resolveDays', 'form'],
        filters: { active: { $eq: true } },
        sort: ['code'],
      }),
    staleTime: CATALOGUE_STALE_MS,
  })
}

/** The categories of the catalogue in their order. */
export function categoriesQuery() {
  return queryOptions({
    queryKey: ['offerings', 'categories'],
    queryFn: () =>
      loadAll<CategoryRow>('/service-categories', { fields: ['code', 'name', 'position'], sort: ['position', 'code'] }),
    staleTime: CATALOGUE_STALE_MS,
  })
}

/** What the sites of these codes say themselves. One list for the whole matrix, never a request for a cell. */
export function settingsQuery(siteCodes: readonly string[]) {
  return queryOptions({
    queryKey: settingsKey(siteCodes),
    queryFn: () =>
      loadAll<OfferingRow>(OFFERINGS, {
        fields: ['siteCode', 'itemCode', 'enabled', 'hours', 'contact', 'materials', 'resolveDays', 'form'],
        filters: { siteCode: { $in: siteCodes } },
        sort: ['siteCode', 'itemCode'],
      }),
    enabled: siteCodes.length > 0,
  })
}

/** Where `settingsQuery` keeps what it has loaded. */
export function settingsKey(siteCodes: readonly string[]): readonly string[] {
  return ['offerings', 'settings', ...siteCodes]
}

/** The menu of a site by item: what those below it inherit. Nothing is above the district. */
export function inheritedMenuQuery(siteCode: string | null) {
  return queryOptions({
    queryKey: ['offerings', 'menu', siteCode],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, MenuLine>> => {
      const menu = siteCode === null ? [] : await loadMenu(siteCode, signal)
      return new Map(menu.map((line) => [line.code, line]))
    },
  })
}

/**
 * Makes a site say this of an item. `row` is what the server keeps now; it goes when nothing is said any more. Gives
 * what is kept afterwards, or null.
 */
export async function saveSetting(
  cell: CellRef,
  row: OfferingRow | undefined,
  setting: Setting,
): Promise<OfferingRow | null> {
  const { enabled, hours, contact, materials, resolveDays, form } = setting
  const said = { enabled, hours, contact, materials, resolveDays, form }
  if (row === undefined) {
    if (saysNothing(said)) return null
    const data = { site: cell.siteCode, serviceItem: cell.itemCode, ...said }
    return requestData<OfferingRow>(OFFERINGS, { method: 'POST', body: { data } })
  }
  const path = `${OFFERINGS}/${encodeURIComponent(row.documentId)}`
  // Only what differs is written: somebody else may be changing another part of the same setting.
  const data = changesOf(row, said)
  if (!saysNothing(said)) return requestData<OfferingRow>(path, { method: 'PUT', body: { data } })
  await request<unknown>(path, { method: 'DELETE' })
  return null
}
