import { momentOf, service, type Moment } from '@practice/kernel'
import type {} from '@practice/dispatch/services'
import type { Core } from '@strapi/strapi'
import type { SourceFacts, SourceType } from '../../domain'

/** A source as a record names it, by documentId or by number or code, as people write it on a list. */
export interface SourceName {
  type: SourceType
  name: string
}

/** What a record may have come from; whether it was counted already is for the caller to say. */
export type FoundSource = SourceFacts & { documentId: string }

interface ActivityRow {
  document_id: string
  code: string
  title: string
  site_code: string
  starts_at: Moment
  ends_at: Moment
}

/** The sources of these names, by type and name; unknown ones are absent. */
export async function findSources(
  strapi: Core.Strapi,
  names: readonly SourceName[],
): Promise<Map<string, FoundSource>> {
  const of = (type: SourceType) => [...new Set(names.filter((one) => one.type === type).map(({ name }) => name))]
  const [orders, activities] = await Promise.all([
    findOrders(strapi, of('order')),
    findActivities(strapi, of('activity')),
  ])
  return new Map([...orders, ...activities])
}

/** How `findSources` files what it finds. */
export const sourceKey = (type: SourceType, name: string): string => `${type}:${name}`

async function findOrders(strapi: Core.Strapi, names: readonly string[]): Promise<[string, FoundSource][]> {
  if (names.length === 0) return []
  const orders = await service(strapi, 'dispatch', 'orders').outlines(names)
  return orders.flatMap(({ documentId, number, siteCode, title, archived }) => {
    const label = `${number} ${title}`
    const source: FoundSource = { type: 'order', documentId, siteCode, label, archived, usedBy: null }
    return [documentId, number].map((name): [string, FoundSource] => [sourceKey('order', name), source])
  })
}

async function findActivities(strapi: Core.Strapi, names: readonly string[]): Promise<[string, FoundSource][]> {
  if (names.length === 0) return []
  const rows: ActivityRow[] = await strapi.db
    .connection('activities')
    .whereIn('document_id', [...names])
    .orWhereIn('code', [...names])
    .select<ActivityRow[]>('document_id', 'code', 'title', 'site_code', 'starts_at', 'ends_at')
  return rows.flatMap((row) => {
    const source: FoundSource = {
      type: 'activity',
      documentId: row.document_id,
      siteCode: row.site_code,
      label: row.title,
      startsAt: momentOf(row.starts_at),
      endsAt: momentOf(row.ends_at),
    }
    return [row.document_id, row.code].map((name): [string, FoundSource] => [sourceKey('activity', name), source])
  })
}
