import { newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'

const TABLE = 'scoring_cap_uses'

/** Something of which only so much may be used: a rule's points of a holder and month, or a source. */
export interface CapShare {
  key: string
  points: number
}

/**
 * Uses so many points of a cap, or none: false when they do not fit any more. One conditional upsert, so that of any
 * number of recorders only as many get through as fit. The row stays locked until the transaction ends.
 */
export async function takeCap(trx: Knex.Transaction, { key, points }: CapShare, cap: number): Promise<boolean> {
  if (points > cap) return false
  const rows: unknown[] = await trx(TABLE)
    .insert({ document_id: newDocumentId(), key, used: points })
    .onConflict('key')
    .merge({ used: trx.raw('?? + ?', [`${TABLE}.used`, points]) })
    .where(`${TABLE}.used`, '<=', cap - points)
    .returning('id')
  return rows.length > 0
}

/** Gives back what a record used that does not count any more. */
export async function giveBackCap(trx: Knex.Transaction, { key, points }: CapShare): Promise<void> {
  await trx(TABLE).where({ key }).decrement('used', points)
}

/** How many points of a cap are used. */
export async function usedOfCap(db: Knex, key: string): Promise<number> {
  const row = await db(TABLE).where({ key }).first<{ used: number } | undefined>('used')
  return row?.used ?? 0
}

const BATCH = 300

/**
 * What is used of each of these caps, in the order in which every transaction takes them; all of them stay locked
 * until this one ends.
 */
export async function lockCaps(trx: Knex.Transaction, keys: readonly string[]): Promise<Map<string, number>> {
  const used = new Map<string, number>()
  const ordered = [...new Set(keys)].sort()
  for (let at = 0; at < ordered.length; at += BATCH) {
    const rows: { key: string; used: number }[] = await trx(TABLE)
      .insert(ordered.slice(at, at + BATCH).map((key) => ({ document_id: newDocumentId(), key, used: 0 })))
      .onConflict('key')
      .merge({ used: trx.ref(`${TABLE}.used`) })
      .returning(['key', 'used'])
    for (const row of rows) used.set(row.key, row.used)
  }
  return used
}

/** Adds to caps that this transaction has locked. */
export async function addToCaps(trx: Knex.Transaction, shares: readonly CapShare[]): Promise<void> {
  for (let at = 0; at < shares.length; at += BATCH) {
    await trx(TABLE)
      .insert(
        shares.slice(at, at + BATCH).map(({ key, points }) => ({ document_id: newDocumentId(), key, used: points })),
      )
      .onConflict('key')
      .merge({ used: trx.raw('?? + excluded.used', [`${TABLE}.used`]) })
  }
}
