import { nextValue as nextOf } from '@practice/kernel'
import type { Knex } from 'knex'

/** The next value of a counter of scoring, from 1, whose row is held until the transaction ends; of several, the last. */
export function nextValue(trx: Knex.Transaction, key: string, now: Date, step = 1): Promise<number> {
  return nextOf(trx, 'scoring_counters', key, now, step)
}
