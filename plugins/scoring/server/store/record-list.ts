import {
  isPostgres,
  scopeOf,
  scopeSql,
  type Actor,
  type Clause,
  type ListQuery,
  type Scope,
  type Sql,
} from '@practice/kernel'
import type { Knex } from 'knex'
import { readPage, type Page, type PageSource } from './page'
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
  const { found, counted } = reachOf(db, scope, sites)
  const { rows, total } = await readPage<RecordRow, RecordFilter, RecordSort>(db, SOURCE, found, query, counted)
  return { rows: rows.map(recordOf), total }
}

/** A village and its points are some codes; more than this is a town. */
const FEW = 12

/**
 * A scope as the indexes take it best. A range on the site, though it is what bounds a village, keeps an index on
 * (site, state, time) from giving the rows in order; the few codes that lie in it do not. Whoever sees a town or the
 * district is better served by the indexes that begin with the time or the state: SQLite has no figures of how much a
 * range holds, and a plus sign keeps it from gathering and sorting all of it. What is counted has no order to keep.
 */
function reachOf(db: Knex, scope: Scope, sites: readonly string[]): { found: Sql; counted: Sql } {
  if (scope.kind !== 'where') return { found: scopeSql(scope, RECORD_SCOPE), counted: scopeSql(scope, RECORD_SCOPE) }
  const any = scope.any.map((clause) => narrowed(clause, sites))
  const reach = scopeSql({ kind: 'where', any }, RECORD_SCOPE)
  const isWide = any.some((clause) => 'from' in clause)
  if (!isWide || isPostgres(db)) return { found: reach, counted: reach }
  return { found: { ...reach, text: reach.text.replaceAll('r.site_code', '+r.site_code') }, counted: reach }
}

function narrowed(clause: Clause, sites: readonly string[]): Clause {
  if (!('from' in clause) || clause.column !== 'siteCode') return clause
  const within = sites.filter((code) => code >= clause.from && code < clause.below)
  return within.length > FEW ? clause : { column: 'siteCode', in: within.length === 0 ? [clause.from] : within }
}
