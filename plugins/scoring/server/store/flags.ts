import {
  displayNameOf,
  instantOf,
  jsonOf,
  momentOf,
  nameOf,
  newDocumentId,
  scopeOf,
  scopeSql,
  type Actor,
  type Instant,
  type ListQuery,
  type Moment,
} from '@practice/kernel'
import type { Knex } from 'knex'
import type { FlagKind, FlagState } from '../../domain'
import { readPage, type Page, type PageSource } from './page'

const FLAGS = 'scoring_flags'

/** A flag as it is kept. */
export interface StoredFlag {
  documentId: string
  kind: FlagKind
  recordId: string | null
  recordNumber: string | null
  otherRecordId: string | null
  /** Read along with it. */
  otherRecordNumber: string | null
  siteCode: string
  /** The household that the record is of; null where it is about a recorder. */
  householdCode: string | null
  subject: string
  detail: Record<string, unknown>
  state: FlagState
  raisedAt: Instant
  settledBy: string | null
  settledByName: string | null
  settledAt: Instant | null
  note: string | null
}

interface FlagRow {
  document_id: string
  kind: FlagKind
  record_id: string | null
  record_number: string | null
  other_record_id: string | null
  other_number: string | null
  household_code: string | null
  site_code: string
  subject: string
  detail: unknown
  state: FlagState
  raised_at: Moment
  settled_by: string | null
  settled_by_name: string | null
  settled_at: Moment
  note: string | null
}

export type FlagFilter = 'state' | 'kind' | 'site' | 'subject' | 'raisedAt'
export type FlagSort = 'raisedAt'
export type FlagListQuery = ListQuery<FlagFilter, FlagSort>

const COLUMNS = [
  ...['document_id', 'kind', 'record_id', 'record_number', 'other_record_id', 'site_code', 'subject', 'detail'],
  ...['state', 'raised_at', 'settled_by', 'settled_by_name', 'settled_at', 'note'],
]
const JOINS =
  'left join scoring_records r on r.document_id = f.record_id ' +
  'left join scoring_records x on x.document_id = f.other_record_id'

const SOURCE: PageSource<FlagFilter, FlagSort> = {
  table: `${FLAGS} f`,
  alias: 'f',
  columns: [
    ...COLUMNS.map((column) => `f.${column}`),
    'r.household_code as household_code',
    'x.number as other_number',
  ].join(', '),
  joins: JOINS,
  filters: { state: 'f.state', kind: 'f.kind', site: 'f.site_code', subject: 'f.subject', raisedAt: 'f.raised_at' },
  instants: new Set(['raisedAt']),
  sorts: { raisedAt: 'f.raised_at' },
}

const SCOPE = { siteCode: 'f.site_code' } as const

function flagOf(row: FlagRow): StoredFlag {
  return {
    documentId: row.document_id,
    kind: row.kind,
    recordId: row.record_id,
    recordNumber: row.record_number,
    otherRecordId: row.other_record_id,
    otherRecordNumber: row.other_number,
    siteCode: row.site_code,
    householdCode: row.household_code,
    subject: row.subject,
    detail: jsonOf<Record<string, unknown>>(row.detail) ?? {},
    state: row.state,
    raisedAt: momentOf(row.raised_at),
    settledBy: row.settled_by,
    settledByName: row.settled_by_name,
    settledAt: instantOf(row.settled_at),
    note: row.note,
  }
}

/** A page of the flags that the actor reads. */
export async function listFlags(db: Knex, actor: Actor, query: FlagListQuery): Promise<Page<StoredFlag>> {
  const visible = scopeSql(scopeOf(actor, 'flag', 'read'), SCOPE)
  const { rows, total } = await readPage<FlagRow, FlagFilter, FlagSort>(db, SOURCE, visible, query)
  return { rows: rows.map(flagOf), total }
}

/** The flag with this documentId, if the actor reads it; else null. */
export async function findFlag(db: Knex, documentId: string, actor: Actor): Promise<StoredFlag | null> {
  const visible = scopeSql(scopeOf(actor, 'flag', 'read'), SCOPE)
  const row = await db(`${FLAGS} as f`)
    .joinRaw(JOINS)
    .where('f.document_id', documentId)
    .whereRaw(visible.text, visible.bindings as Knex.Value[])
    .first<FlagRow | undefined>(db.raw(SOURCE.columns))
  return row === undefined ? null : flagOf(row)
}

/** What is raised; its cause makes it the only one of its kind about the same thing. */
export interface NewFlag {
  kind: FlagKind
  cause: string
  recordId: string | null
  recordNumber: string | null
  otherRecordId: string | null
  siteCode: string
  subject: string
  detail: Readonly<Record<string, unknown>>
}

/** A flag that was not there before. */
export type RaisedFlag = Pick<StoredFlag, 'documentId' | 'kind' | 'siteCode' | 'recordNumber'>

/** Raises flags, and gives those that are new; what was raised before stays as it is, settled or not. */
export async function insertFlags(
  trx: Knex.Transaction,
  flags: readonly NewFlag[],
  now: Instant,
): Promise<RaisedFlag[]> {
  if (flags.length === 0) return []
  const at = new Date(now)
  const rows = flags.map((flag) => ({
    document_id: newDocumentId(),
    kind: flag.kind,
    cause: flag.cause,
    record_id: flag.recordId,
    record_number: flag.recordNumber,
    other_record_id: flag.otherRecordId,
    site_code: flag.siteCode,
    subject: flag.subject,
    detail: JSON.stringify(flag.detail),
    state: 'open',
    raised_at: at,
    created_at: at,
    updated_at: at,
    published_at: at,
  }))
  const raised: Pick<FlagRow, 'document_id' | 'kind' | 'site_code' | 'record_number'>[] = await trx(FLAGS)
    .insert(rows)
    .onConflict('cause')
    .ignore()
    .returning(['document_id', 'kind', 'site_code', 'record_number'])
  return raised.map((row) => ({
    documentId: row.document_id,
    kind: row.kind,
    siteCode: row.site_code,
    recordNumber: row.record_number,
  }))
}

/** Settles an open flag; null when somebody was quicker. */
export async function settleFlag(
  trx: Knex.Transaction,
  flag: StoredFlag,
  note: string,
  actor: Actor,
  now: Instant,
): Promise<StoredFlag | null> {
  const at = new Date(now)
  const by = { settledBy: nameOf(actor), settledByName: displayNameOf(actor) }
  const changed = await trx(FLAGS).where({ document_id: flag.documentId, state: 'open' }).update({
    state: 'settled',
    settled_by: by.settledBy,
    settled_by_name: by.settledByName,
    settled_at: at,
    note,
    updated_at: at,
  })
  return changed === 1 ? { ...flag, ...by, state: 'settled', settledAt: now, note } : null
}
