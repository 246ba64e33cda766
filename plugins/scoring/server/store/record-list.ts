import { scopeOf, type Actor, type ListQuery, type Scope } from '@practice/kernel'
import type { Knex } from 'knex'
import { readPage, type Page, type PageSource } from './page'
import { reachOf } from './reach'
import { RECORD_SQL, recordOf, type RecordRow, type StoredRecord } from './record-rows'
import { RECORD_SCOPE } from './records'

export type RecordFilter =
  | 'number'
  | 'state'
  | 'site'
  | 'card'
  | 'household'
  | 'rule'
  | 'theme'
  | 'kind'
  | 'recordedBy'
  | 'reviewedBy'
  | 'recordedAt'
  | 'occurredAt'
  | 'noticeEndsAt'
export type RecordSort = 'number' | 'recordedAt' | 'occurredAt' | 'noticeEndsAt' | 'points'
export type RecordListQuery = ListQuery<RecordFilter, RecordSort>

const SOURCE: PageSource<RecordFilter, RecordSort> = {
  table: 'scoring_records r',
  alias: 'r',
  columns: RECORD_SQL,
  filters: {
    number: 'r.number',
    state: 'r.state',
    site: 'r.site_code',
    card: 'r.card_number',
    household: 'r.household_code',
    rule: 'r.rule_code',
    theme: 'r.theme',
    kind: 'r.kind',
    recordedBy: 'r.recorded_by',
    reviewedBy: 'r.reviewed_by',
    recordedAt: 'r.recorded_at',
    occurredAt: 'r.occurred_at',
    noticeEndsAt: 'r.notice_ends_at',
  },
  instants: new Set(['recordedAt', 'occurredAt', 'noticeEndsAt']),
  sorts: {
    number: 'r.number',
    recordedAt: 'r.recorded_at',
    occurredAt: 'r.occurred_at',
    noticeEndsAt: 'r.notice_ends_at',
    points: 'r.points',
  },
}

/** A page of the records that the actor reads. `sites` are the codes of all sites. */
export async function listRecords(
  db: Knex,
  actor: Actor,
  query: RecordListQuery,
  sites: readonly string[],
): Promise<Page<StoredRecord>> {
  return readRecords(db, scopeOf(actor, 'record', 'read'), query, sites)
}

/** A page of the records of a scope. */
export async function readRecords(
  db: Knex,
  scope: Scope,
  query: RecordListQuery,
  sites: readonly string[],
): Promise<Page<StoredRecord>> {
  const { found, counted } = reachOf(db, scope, RECORD_SCOPE, sites)
  const { rows, total } = await readPage<RecordRow, RecordFilter, RecordSort>(db, SOURCE, found, query, counted)
  return { rows: rows.map(recordOf), total }
}
