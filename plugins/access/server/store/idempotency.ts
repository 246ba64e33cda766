import { newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'

const TABLE = 'access_idempotency_keys'

/** What a key is unique by. */
export interface KeyOwner {
  actor: string
  operation: string
  key: string
}

/** What is kept beside a key. */
export interface KnownKey {
  inputHash: string
  subjectId: string | null
}

const columnsOf = ({ actor, operation, key }: KeyOwner) => ({ actor, operation, key })

/**
 * Takes a key for this transaction; false when somebody has it. On PostgreSQL a rival's open transaction is waited
 * for, so that whoever loses finds the winner's row committed.
 */
export async function takeKey(trx: Knex.Transaction, owner: KeyOwner, inputHash: string, at: number): Promise<boolean> {
  const now = new Date(at)
  const rows: unknown[] = await trx(TABLE)
    .insert({
      ...columnsOf(owner),
      document_id: newDocumentId(),
      input_hash: inputHash,
      at: now,
      created_at: now,
      updated_at: now,
      published_at: now,
    })
    .onConflict(['actor', 'operation', 'key'])
    .ignore()
    .returning('id')
  return rows.length > 0
}

/** Notes what the key's request made. */
export async function settleKey(trx: Knex.Transaction, owner: KeyOwner, subjectId: string): Promise<void> {
  await trx(TABLE).where(columnsOf(owner)).update({ subject_id: subjectId })
}

/** What is known of a key, or null. */
export async function findKey(db: Knex, owner: KeyOwner): Promise<KnownKey | null> {
  const row = await db(TABLE)
    .where(columnsOf(owner))
    .first<{ input_hash: string; subject_id: string | null } | undefined>('input_hash', 'subject_id')
  return row === undefined ? null : { inputHash: row.input_hash, subjectId: row.subject_id }
}
