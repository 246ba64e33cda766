import { isPostgres, lockRow, rowsOf, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import { UNUSED, type AccountKind, type AccountRef, type LedgerAccount } from '../../domain'
import { rowStamp } from './row-stamp'

const TABLE = 'scoring_accounts'

interface AccountRow {
  document_id: string
  kind: AccountKind
  owner: string
  site_code: string
  balance: number
  sequence: number
  head: string
}

const COLUMNS = ['document_id', 'kind', 'owner', 'site_code', 'balance', 'sequence', 'head'] as const

const accountOf = (row: AccountRow): LedgerAccount => ({
  documentId: row.document_id,
  kind: row.kind,
  owner: row.owner,
  siteCode: row.site_code,
  balance: row.balance,
  sequence: row.sequence,
  head: row.head,
})

const same = (left: Pick<AccountRef, 'kind' | 'owner'>, right: Pick<AccountRef, 'kind' | 'owner'>) =>
  left.kind === right.kind && left.owner === right.owner

/**
 * The two accounts of a transfer, opened where they are missing. On PostgreSQL both stay locked until the transaction
 * ends, always in the order of their ids, so that two transfers between the same accounts cannot wait for each other;
 * SQLite lets one writer in at a time.
 */
export async function lockAccounts(
  trx: Knex.Transaction,
  debit: AccountRef,
  credit: AccountRef,
  now: Instant,
): Promise<[LedgerAccount, LedgerAccount]> {
  let found = await readLocked(trx, debit, credit)
  if (found.length < 2) {
    await openAccounts(trx, [debit, credit], now)
    found = await readLocked(trx, debit, credit)
  }
  const from = found.find((account) => same(account, debit))
  const to = found.find((account) => same(account, credit))
  if (from === undefined || to === undefined || from === to) {
    throw new Error(`a transfer needs two accounts: ${debit.kind} ${debit.owner}, ${credit.kind} ${credit.owner}`)
  }
  return [from, to]
}

async function readLocked(trx: Knex.Transaction, debit: AccountRef, credit: AccountRef): Promise<LedgerAccount[]> {
  const sql =
    `select ${COLUMNS.join(', ')} from ${TABLE} where (kind = ? and owner = ?) or (kind = ? and owner = ?) ` +
    `order by id${isPostgres(trx) ? ' for update' : ''}`
  return rowsOf<AccountRow>(await trx.raw(sql, [debit.kind, debit.owner, credit.kind, credit.owner])).map(accountOf)
}

/** Opens those of these accounts that there are not yet, empty; who is quicker opens them, and nobody minds. */
export async function openAccounts(trx: Knex.Transaction, refs: readonly AccountRef[], now: Instant): Promise<void> {
  // In one order, so that two who open the same ones cannot wait for each other.
  const ordered = [...refs].sort((left, right) =>
    `${left.kind} ${left.owner}` < `${right.kind} ${right.owner}` ? -1 : 1,
  )
  await trx(TABLE)
    .insert(
      ordered.map(({ kind, owner, siteCode }) => ({
        ...rowStamp(now),
        kind,
        owner,
        site_code: siteCode,
        ...UNUSED,
      })),
    )
    .onConflict(['kind', 'owner'])
    .ignore()
}

/** The documentIds of the accounts of these cards, by number. */
export async function findCardAccountIds(db: Knex, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await db(TABLE)
    .where({ kind: 'card' })
    .whereIn('owner', [...numbers])
    .select<{ owner: string; document_id: string }[]>('owner', 'document_id')
  return new Map(rows.map(({ owner, document_id }) => [owner, document_id]))
}

/**
 * Brings an account on by one entry, as long as it still stands as `before`. False when somebody was quicker, which
 * the caller's lock rules out; when a card would have gone below zero, which the domain has ruled out: that condition is
 * there so that a mistake in either cannot lose a point; and when points would come to a card that was closed before
 * its account was held, where nobody could spend them.
 */
export async function advanceAccount(
  trx: Knex.Transaction,
  before: LedgerAccount,
  after: LedgerAccount,
  now: Instant,
): Promise<boolean> {
  const change = after.balance - before.balance
  const changed = await trx(TABLE)
    .where({ document_id: before.documentId, sequence: before.sequence, balance: before.balance, head: before.head })
    .modify((query) => {
      if (before.kind !== 'card') return
      if (change < 0) void query.where('balance', '>=', -change)
      else void query.whereNotExists(trx('scoring_cards').select('id').where({ number: before.owner, state: 'closed' }))
    })
    .update({ balance: after.balance, sequence: after.sequence, head: after.head, updated_at: new Date(now) })
  return changed === 1
}

/** A card's account, held until the transaction ends: neither comes to it nor leaves it what the caller does not know of. */
export async function lockCardAccount(trx: Knex.Transaction, number: string): Promise<LedgerAccount> {
  const query = trx(TABLE)
    .where({ kind: 'card', owner: number })
    .first<AccountRow | undefined>(...COLUMNS)
  const row = await lockRow(trx, query)
  if (row === undefined) throw new Error(`the card ${number} has no account`)
  return accountOf(row)
}

/** What a card holds, and its account's place in the chain; null for a card without an account. */
export async function findCardAccount(db: Knex, number: string): Promise<LedgerAccount | null> {
  const row = await db(TABLE)
    .where({ kind: 'card', owner: number })
    .first<AccountRow | undefined>(...COLUMNS)
  return row === undefined ? null : accountOf(row)
}
