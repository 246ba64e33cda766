import { createHash } from 'node:crypto'
import { DAY_MS, instantOf, newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'
import { LOCK_MS, type Attempts } from '../../domain/login'

const TABLE = 'access_login_attempts'

/** Who tries from where. The account is kept as a digest: people type passwords into the wrong field. */
export interface Pair {
  address: string
  account: string
}

/** The pair of an address and whatever was typed as an account. */
export function pairOf(address: string, identifier: string): Pair {
  return { address, account: createHash('sha256').update(identifier.trim().toLowerCase()).digest('hex') }
}

/** The failures in a row of a pair, or null. */
export async function findAttempts(db: Knex, pair: Pair): Promise<Attempts | null> {
  const row: { failures: number; last_at: unknown } | undefined = await db(TABLE)
    .where(pair)
    .first('failures', 'last_at')
  return row === undefined ? null : { failures: row.failures, lastAt: instantOf(row.last_at) ?? 0 }
}

/** Counts one more failure; a row of failures that ended long enough ago begins anew. Gives the count. */
export async function countFailure(db: Knex, pair: Pair, at: number): Promise<number> {
  const now = new Date(at)
  const counted: { failures: number }[] = await db(TABLE)
    .insert({
      ...pair,
      document_id: newDocumentId(),
      failures: 1,
      last_at: now,
      created_at: now,
      updated_at: now,
      published_at: now,
    })
    .onConflict(['address', 'account'])
    .merge({
      failures: db.raw('case when ??.?? < ? then 1 else ??.?? + 1 end', [
        TABLE,
        'last_at',
        new Date(at - LOCK_MS),
        TABLE,
        'failures',
      ]),
      last_at: now,
      updated_at: now,
    })
    .returning('failures')
  return counted[0]?.failures ?? 1
}

/** Forgets a pair's failures, and those of everybody that are older than a day. */
export async function clearAttempts(db: Knex, pair: Pair, at: number): Promise<void> {
  await db(TABLE)
    .where(pair)
    .orWhere('last_at', '<', new Date(at - DAY_MS))
    .delete()
}
