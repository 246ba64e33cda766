import { scopeOf, scopeSql, type Actor, type Instant, type Moment } from '@practice/kernel'
import type { Knex } from 'knex'
import { GIVEN_BACK, type RecordEventFacts, type RecordEventVerb, type RecordState } from '../../domain'
import { rowStamp } from './row-stamp'
import { RECORD_SQL, recordColumns, recordOf, type RecordRow, type StoredRecord } from './record-rows'

const RECORDS = 'scoring_records'
const EVENTS = 'scoring_record_events'

/** The columns of `scoring_records` that a boundary stands on. */
export const RECORD_SCOPE = { siteCode: 'r.site_code', householdCode: 'r.household_code' } as const

/** The record with this documentId, if the actor reads it; else null. */
export async function findRecord(db: Knex, documentId: string, actor: Actor): Promise<StoredRecord | null> {
  const visible = scopeSql(scopeOf(actor, 'record', 'read'), RECORD_SCOPE)
  const row = await db(`${RECORDS} as r`)
    .where('r.document_id', documentId)
    .whereRaw(visible.text, visible.bindings as Knex.Value[])
    .first<RecordRow | undefined>(db.raw(RECORD_SQL))
  return row === undefined ? null : recordOf(row)
}

/** These records, whoever asks, by documentId; unknown ones are absent. */
export async function findRecords(db: Knex, documentIds: readonly string[]): Promise<Map<string, StoredRecord>> {
  if (documentIds.length === 0) return new Map()
  const rows: RecordRow[] = await db(`${RECORDS} as r`)
    .whereIn('r.document_id', [...documentIds])
    .select<RecordRow[]>(db.raw(RECORD_SQL))
  return new Map(rows.map((row) => [row.document_id, recordOf(row)]))
}

/** The other records of a holder in a month, the latest first. */
export async function findSameMonth(db: Knex, record: StoredRecord, limit: number): Promise<StoredRecord[]> {
  const rows: RecordRow[] = await db(`${RECORDS} as r`)
    .where({ 'r.holder_key': record.holderKey, 'r.month': record.month })
    .whereNot('r.document_id', record.documentId)
    .orderBy([
      { column: 'r.recorded_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .limit(limit)
    .select<RecordRow[]>(db.raw(RECORD_SQL))
  return rows.map(recordOf)
}

/** The records on notice whose time to object is over, of the whole district or of a range of sites, at most `limit`. */
export async function findDue(
  db: Knex,
  now: Instant,
  limit: number,
  site: { from: string; below: string } | null,
): Promise<StoredRecord[]> {
  const query = db(`${RECORDS} as r`)
    .where('r.state', 'noticed')
    .where('r.notice_ends_at', '<=', new Date(now))
    .orderBy(['r.notice_ends_at', 'r.id'])
    .limit(limit)
  if (site !== null) void query.where('r.site_code', '>=', site.from).where('r.site_code', '<', site.below)
  const rows: RecordRow[] = await query.select<RecordRow[]>(db.raw(RECORD_SQL))
  return rows.map(recordOf)
}

const BATCH = 25

/** A new record with the event that tells who recorded it. */
export interface NewRecord {
  record: StoredRecord
  event: RecordEventFacts
}

/** Writes new records, each with its first event. */
export async function insertRecords(trx: Knex.Transaction, made: readonly NewRecord[]): Promise<void> {
  for (let at = 0; at < made.length; at += BATCH) {
    const some = made.slice(at, at + BATCH)
    await trx(RECORDS).insert(some.map(({ record }) => ({ ...recordColumns(record), ...rowTimes(record.recordedAt) })))
    await trx(EVENTS).insert(some.map(({ record, event }) => eventRow(record, event)))
  }
}

/**
 * Changes a record as long as it stands as `record` says (compare-and-set on id, state and version). Answers it as it
 * stands now, or null when somebody was quicker.
 */
export async function advanceRecord(
  trx: Knex.Transaction,
  record: StoredRecord,
  changes: Partial<StoredRecord> & { state: RecordState },
  now: Instant,
): Promise<StoredRecord | null> {
  const after = { ...record, ...changes, version: record.version + 1, events: record.events + 1 }
  const { version, events } = after
  const at = new Date(now)
  // What counts no more is not inspected either, and nothing of it changes from here on.
  const isClosing = (GIVEN_BACK as readonly RecordState[]).includes(changes.state)
  const inspected = isClosing ? { inspected_at: trx.raw('coalesce(inspected_at, ?)', [at]) } : {}
  const changed = await trx(RECORDS)
    .where({ document_id: record.documentId, state: record.state, version: record.version })
    .update({ ...recordColumns({ ...changes, version, events }), ...inspected, updated_at: at })
  return changed === 1 ? after : null
}

/** The number of the record in which a source was counted already under a rule for a holder, or null. */
export async function findUse(
  db: Knex,
  use: { sourceId: string; ruleCode: string; holderKey: string },
): Promise<string | null> {
  const row = await db(RECORDS)
    .where({ source_id: use.sourceId, rule_code: use.ruleCode, holder_key: use.holderKey })
    .whereNotIn('state', [...GIVEN_BACK])
    .first<{ number: string } | undefined>('number')
  return row?.number ?? null
}

/** Notes by which transfer a record that was just posted came to its card. */
export async function noteTransfer(trx: Knex.Transaction, documentId: string, transferId: string): Promise<void> {
  await trx(RECORDS).where({ document_id: documentId }).update({ transfer_id: transferId })
}

/** Appends what the record, as it stands now, went through. An event's place is unique: no two can claim to be the same. */
export async function appendRecordEvent(
  trx: Knex.Transaction,
  record: StoredRecord,
  event: RecordEventFacts,
): Promise<void> {
  await trx(EVENTS).insert(eventRow(record, event))
}

function eventRow(record: StoredRecord, event: RecordEventFacts) {
  return {
    ...rowStamp(event.at),
    record_id: record.documentId,
    sequence: record.events,
    verb: event.verb,
    from: event.from,
    to: event.to,
    actor: event.actor,
    actor_name: event.actorName,
    actor_role: event.actorRole,
    at: new Date(event.at),
    note: event.note,
    data: JSON.stringify(event.data),
  }
}

function rowTimes(now: Instant): { created_at: Date; updated_at: Date; published_at: Date } {
  const at = new Date(now)
  return { created_at: at, updated_at: at, published_at: at }
}

/** An event as it is kept. */
export interface RecordEventRow {
  verb: RecordEventVerb
  from: RecordState | null
  to: RecordState
  actor_name: string
  actor_role: string
  at: Moment
  note: string | null
  data: unknown
}

/** What happened to a record, oldest first. */
export async function findRecordEvents(db: Knex, recordId: string): Promise<RecordEventRow[]> {
  return db(EVENTS)
    .where({ record_id: recordId })
    .orderBy('sequence')
    .select<RecordEventRow[]>('verb', 'from', 'to', 'actor_name', 'actor_role', 'at', 'note', 'data')
}
