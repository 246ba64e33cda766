import type { Knex } from 'knex'
import { newDocumentId } from '../document-id'

/**
 * The next value of a counter, from 1, of a table with a unique `key` and a `value`; of `step` values at once, the last.
 * The row stays locked until the transaction ends, so that whoever asks for the same counter waits: it serves as a
 * number and as a place to queue.
 */
export async function nextValue(
  trx: Knex.Transaction,
  table: string,
  key: string,
  now: Date,
  step = 1,
): Promise<number> {
  const columns = {
    key,
    value: step,
    document_id: newDocumentId(),
    created_at: now,
    updated_at: now,
    published_at: now,
  }
  const rows: { value: number }[] = await trx(table)
    .insert(columns)
    .onConflict('key')
    .merge({ value: trx.raw('?? + ?', [`${table}.value`, step]), updated_at: now })
    .returning('value')
  const [row] = rows
  if (row === undefined) throw new Error(`the counter ${key} gave no value`)
  return row.value
}
