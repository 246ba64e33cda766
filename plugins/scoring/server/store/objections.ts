import {
  instantOf,
  momentOf,
  nameOf,
  newDocumentId,
  scopeOf,
  scopeSql,
  type Actor,
  type Instant,
  type Moment,
} from '@practice/kernel'
import type { Knex } from 'knex'
import type { ObjectionState } from '../../domain'

const OBJECTIONS = 'scoring_objections'

/** An objection as it is kept. */
export interface StoredObjection {
  documentId: string
  recordId: string
  recordNumber: string
  siteCode: string
  reason: string
  /** Who objects, as people read it. */
  by: string
  /** The account by which it was filed. */
  byUsername: string
  /** The household of whoever filed it, which decides who else reads it. */
  byHousehold: string | null
  state: ObjectionState
  filedAt: Instant
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: Instant | null
  decision: string | null
}

/** A row of `scoring_objections`. */
export interface ObjectionRow {
  document_id: string
  record_id: string
  record_number: string
  site_code: string
  reason: string
  by: string
  by_username: string
  by_household: string | null
  state: ObjectionState
  filed_at: Moment
  decided_by: string | null
  decided_by_name: string | null
  decided_at: Moment
  decision: string | null
}

/** The columns of `scoring_objections` (alias `o`) that a boundary stands on. */
export const OBJECTION_SCOPE = { siteCode: 'o.site_code', householdCode: 'o.by_household' } as const

const COLUMNS = [
  ...['document_id', 'record_id', 'record_number', 'site_code', 'reason', 'by', 'by_username', 'by_household', 'state'],
  ...['filed_at', 'decided_by', 'decided_by_name', 'decided_at', 'decision'],
]

/** The columns of an objection; `by` is a word of SQL's. */
export const OBJECTION_SQL = COLUMNS.map((column) => `o."${column}"`).join(', ')

/** A row as an objection. */
export function objectionOf(row: ObjectionRow): StoredObjection {
  return {
    documentId: row.document_id,
    recordId: row.record_id,
    recordNumber: row.record_number,
    siteCode: row.site_code,
    reason: row.reason,
    by: row.by,
    byUsername: row.by_username,
    byHousehold: row.by_household,
    state: row.state,
    filedAt: momentOf(row.filed_at),
    decidedBy: row.decided_by,
    decidedByName: row.decided_by_name,
    decidedAt: instantOf(row.decided_at),
    decision: row.decision,
  }
}

/** The objection with this documentId, if the actor reads it; else null. */
export async function findObjection(db: Knex, documentId: string, actor: Actor): Promise<StoredObjection | null> {
  const visible = scopeSql(scopeOf(actor, 'record', 'read'), OBJECTION_SCOPE)
  const row = await db(`${OBJECTIONS} as o`)
    .where('o.document_id', documentId)
    .whereRaw(visible.text, visible.bindings as Knex.Value[])
    .first<ObjectionRow | undefined>(db.raw(OBJECTION_SQL))
  return row === undefined ? null : objectionOf(row)
}

/** A new objection. */
export type NewObjection = Pick<
  StoredObjection,
  'recordId' | 'recordNumber' | 'siteCode' | 'reason' | 'by' | 'byHousehold'
>

/** Files an objection; null when one is open on the record already. */
export async function insertObjection(
  trx: Knex.Transaction,
  objection: NewObjection,
  actor: Actor,
  now: Instant,
): Promise<StoredObjection | null> {
  const at = new Date(now)
  const documentId = newDocumentId()
  const rows: unknown[] = await trx(OBJECTIONS)
    .insert({
      document_id: documentId,
      record_id: objection.recordId,
      record_number: objection.recordNumber,
      site_code: objection.siteCode,
      reason: objection.reason,
      by: objection.by,
      by_username: nameOf(actor),
      by_household: objection.byHousehold,
      state: 'open',
      open_slot: objection.recordId,
      filed_at: at,
      created_at: at,
      updated_at: at,
      published_at: at,
    })
    .onConflict('open_slot')
    .ignore()
    .returning('id')
  if (rows.length === 0) return null
  const undecided = { decidedBy: null, decidedByName: null, decidedAt: null, decision: null }
  return { ...objection, ...undecided, documentId, byUsername: nameOf(actor), state: 'open', filedAt: now }
}

/** How an objection was decided. */
export interface Closing {
  state: 'upheld' | 'dismissed'
  decidedBy: string
  decidedByName: string
  decidedAt: Instant
  decision: string
}

/** Decides an open objection; null when somebody was quicker. */
export async function closeObjection(
  trx: Knex.Transaction,
  objection: StoredObjection,
  closing: Closing,
): Promise<StoredObjection | null> {
  const at = new Date(closing.decidedAt)
  const changed = await trx(OBJECTIONS).where({ document_id: objection.documentId, state: 'open' }).update({
    state: closing.state,
    // The place is free for another objection to the same record.
    open_slot: objection.documentId,
    decided_by: closing.decidedBy,
    decided_by_name: closing.decidedByName,
    decided_at: at,
    decision: closing.decision,
    updated_at: at,
  })
  return changed === 1 ? { ...objection, ...closing } : null
}
