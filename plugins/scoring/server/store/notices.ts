import { rangeOf, type Condition, type ListQuery } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Page } from './page'
import { readRecords, type RecordFilter, type RecordListQuery } from './record-list'
import type { StoredRecord } from './record-rows'

/** Which notice is read: a site's and all below it, with or without what is taken away. */
export interface NoticeOf {
  site: string
  deductions: boolean
}

/** A page of the lines on notice, those that end first before the others. `sites` are the codes of all sites. */
export async function listNotices(
  db: Knex,
  { site, deductions }: NoticeOf,
  pages: Pick<ListQuery, 'page' | 'pageSize' | 'withCount'>,
  sites: readonly string[],
): Promise<Page<StoredRecord>> {
  const filters: Condition<RecordFilter>[] = [{ column: 'state', operator: '$in', value: ['noticed', 'held'] }]
  if (!deductions) filters.push({ column: 'kind', operator: '$ne', value: 'deduction' })
  const query: RecordListQuery = { ...pages, filters, sort: [{ column: 'noticeEndsAt', direction: 'asc' }] }
  return readRecords(db, { kind: 'where', any: [{ column: 'siteCode', ...rangeOf(site) }] }, query, sites)
}
