import { newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Theme } from '../../domain'

const TABLE = 'scoring_tallies'

/** The figures of one site, month and theme. */
export interface TallyChange {
  /** Points that came to cards by records, less what deductions and reversals took back. */
  issued: number
  redeemed: number
  lapsed: number
  /** Records that were posted, less those that were reversed. */
  records: number
}

/** Where a change is counted: the card's site, the month of China in which it happened, the rule's theme. */
export interface TallyKey {
  siteCode: string
  month: string
  theme: Theme | null
}

/** Adds to the figures, in the database: two who add at once both count. */
export async function addTally(trx: Knex.Transaction, key: TallyKey, change: TallyChange): Promise<void> {
  if (Object.values(change).every((figure) => figure === 0)) return
  await trx(TABLE)
    .insert({
      document_id: newDocumentId(),
      site_code: key.siteCode,
      month: key.month,
      // Not null: in a unique index two nulls are not the same.
      theme: key.theme ?? '',
      ...change,
    })
    .onConflict(['site_code', 'month', 'theme'])
    .merge(
      Object.fromEntries(
        Object.entries(change).map(([figure, delta]) => [figure, trx.raw('?? + ?', [`${TABLE}.${figure}`, delta])]),
      ),
    )
}
