import { nameOf, newDocumentId, type Actor } from '@practice/kernel'
import type { Knex } from 'knex'
import type { AuditRecord } from '../services/audit'

export const AUDIT_TABLE = 'access_audit_entries'

/** Appends one entry; `at` is in milliseconds. */
export async function insertAuditEntry(db: Knex, record: AuditRecord, at: number): Promise<void> {
  const now = new Date(at)
  await db(AUDIT_TABLE).insert({
    document_id: newDocumentId(),
    at: now,
    actor: nameOf(record.actor),
    role: roleOf(record.actor),
    site_code: record.siteCode ?? (record.actor.kind === 'user' ? record.actor.siteCode : null),
    action: record.action,
    subject_type: record.subjectType,
    subject_id: record.subjectId ?? null,
    address: record.address ?? null,
    detail: JSON.stringify(record.detail ?? {}),
    created_at: now,
    updated_at: now,
    published_at: now,
  })
}

function roleOf(actor: Actor): string {
  return actor.kind === 'user' ? actor.role : actor.kind
}
