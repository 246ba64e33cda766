import { newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'

const TABLE = 'dispatch_counters'

/**
 * The next value of a counter, from 1. The row stays locked until the transaction ends, so that whoever asks for the
 * same counter waits: it serves as a number and as a place to queue.
 */
export async function nextValue(trx: Knex.Transaction, key: string, now: Date): Promise<number> {
  const columns = { key, value: 1, document_id: newDocumentId(), created_at: now, updated_at: now, published_at: now }
  const rows: { value: number }[] = await trx(TABLE)
    .insert(columns)
    .onConflict('key')
    .merge({ value: trx.raw('?? + 1', [`${TABLE}.value`]), updated_at: now })
    .returning('value')
  const [row] = rows
  if (row === undefined) throw new Error(`the counter ${key} gave no value`)
  return row.value
}
