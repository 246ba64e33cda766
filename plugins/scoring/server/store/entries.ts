import type { Knex } from 'knex'
import type { Entry } from '../../domain'
import { rowStamp } from './row-stamp'

const TABLE = 'scoring_entries'

/** Appends the two entries of a transfer. Each one's place in its account is unique. */
export async function insertEntries(
  trx: Knex.Transaction,
  entries: readonly (Entry & { siteCode: string })[],
): Promise<void> {
  await trx(TABLE).insert(
    entries.map((entry) => ({
      ...rowStamp(entry.at),
      account_id: entry.accountId,
      sequence: entry.sequence,
      transfer_id: entry.transferId,
      change: entry.change,
      balance: entry.balance,
      previous: entry.previous,
      hash: entry.hash,
      at: new Date(entry.at),
      site_code: entry.siteCode,
    })),
  )
}
