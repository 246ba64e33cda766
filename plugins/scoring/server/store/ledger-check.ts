import { momentOf, rowsOf, type Moment, type Sql } from '@practice/kernel'
import type { Knex } from 'knex'
import type { AccountKind, Entry, LedgerAccount, TransferCheck } from '../../domain'

/** Which part of the ledger is looked at: conditions on its accounts (alias `a`) and its transfers (alias `t`). */
export interface LedgerPart {
  accounts: Sql
  transfers: Sql
  /** The range of sites whose standings are compared; null where a part is not made of whole sites. */
  sites: { from: string; below: string } | null
}

interface AccountRow {
  document_id: string
  kind: AccountKind
  owner: string
  site_code: string
  balance: number
  sequence: number
  head: string
}

/** The accounts of a part, all as they stood at one moment, in the order of their ids. */
export async function snapshotAccounts(db: Knex, { accounts }: LedgerPart): Promise<LedgerAccount[]> {
  const sql =
    'select a.document_id, a.kind, a.owner, a.site_code, a.balance, a.sequence, a.head ' +
    `from scoring_accounts a where ${accounts.text} order by a.id`
  return rowsOf<AccountRow>(await db.raw(sql, accounts.bindings as Knex.RawBinding[])).map((row) => ({
    documentId: row.document_id,
    kind: row.kind,
    owner: row.owner,
    siteCode: row.site_code,
    balance: row.balance,
    sequence: row.sequence,
    head: row.head,
  }))
}

/** The latest sequences of these accounts, by documentId. */
export async function findSequences(db: Knex, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db('scoring_accounts')
    .whereIn('document_id', [...ids])
    .select<{ document_id: string; sequence: number }[]>('document_id', 'sequence')
  return new Map(rows.map(({ document_id, sequence }) => [document_id, sequence]))
}

interface EntryRow {
  account_id: string
  sequence: number
  transfer_id: string
  cause: string | null
  change: number
  balance: number
  previous: string
  hash: string
  at: Moment
}

/** The entries of these accounts after a sequence, account by account in their order, at most `limit`. */
export async function readEntries(
  db: Knex,
  accountIds: readonly string[],
  { after, limit }: { after: number; limit: number },
): Promise<Entry[]> {
  const sql =
    'select e.account_id, e.sequence, e.transfer_id, t.cause, e.change, e.balance, e.previous, e.hash, e.at ' +
    'from scoring_entries e left join scoring_transfers t on t.document_id = e.transfer_id ' +
    `where e.account_id in (${accountIds.map(() => '?').join(', ')}) and e.sequence > ? ` +
    'order by e.account_id, e.sequence limit ?'
  return rowsOf<EntryRow>(await db.raw(sql, [...accountIds, after, limit])).map((row) => ({
    accountId: row.account_id,
    sequence: row.sequence,
    transferId: row.transfer_id,
    // Without its transfer an entry has no cause, and its hash cannot be right.
    cause: row.cause ?? '',
    change: row.change,
    balance: row.balance,
    previous: row.previous,
    hash: row.hash,
    at: momentOf(row.at),
  }))
}

/** Where a reading of transfers has come to. */
export interface TransferPlace {
  siteCode: string
  at: Moment
  id: number
}

/** A transfer with what it entered. */
export interface CheckedTransfer extends TransferCheck {
  entries: { accountId: string; change: number; sequence: number }[]
}

interface TransferEntryRow {
  id: number
  document_id: string
  site_code: string
  at: Moment
  debit: string
  credit: string
  points: number
  account_id: string | null
  change: number
  sequence: number
}

/**
 * The next transfers of a part with their entries, at most `limit` transfers, and where to go on; null at the end. In
 * the order of the index by site and time, so that each batch begins where the last one ended.
 */
export async function readTransfers(
  db: Knex,
  { transfers }: LedgerPart,
  after: TransferPlace | null,
  limit: number,
): Promise<{ transfers: CheckedTransfer[]; next: TransferPlace | null }> {
  const beyond = after === null ? '' : 'and (t.site_code, t.at, t.id) > (?, ?, ?)'
  const sql =
    'select t.id, t.document_id, t.site_code, t.at, t.debit, t.credit, t.points, e.account_id, e.change, e.sequence from (' +
    `select t.* from scoring_transfers t where ${transfers.text} ${beyond} order by t.site_code, t.at, t.id limit ?` +
    ') t left join scoring_entries e on e.transfer_id = t.document_id order by t.site_code, t.at, t.id'
  const place = after === null ? [] : [after.siteCode, after.at, after.id]
  const rows = rowsOf<TransferEntryRow>(
    await db.raw(sql, [...transfers.bindings, ...place, limit] as Knex.RawBinding[]),
  )
  const found = new Map<string, CheckedTransfer>()
  for (const row of rows) add(found, row)
  const last = rows.at(-1)
  const next = last === undefined || found.size < limit ? null : { siteCode: last.site_code, at: last.at, id: last.id }
  return { transfers: [...found.values()], next }
}

function add(found: Map<string, CheckedTransfer>, row: TransferEntryRow): void {
  const { document_id: documentId, debit: debitId, credit: creditId, points } = row
  const transfer = found.get(documentId) ?? { documentId, debitId, creditId, points, entries: [] }
  if (row.account_id !== null) {
    transfer.entries.push({ accountId: row.account_id, change: row.change, sequence: row.sequence })
  }
  found.set(documentId, transfer)
}

/** What is kept of a site beside the ledger, and what the ledger says. */
export interface SiteFigures {
  siteCode: string
  /** The standing's, and issued less redeemed less lapsed by the tallies. */
  standing: number
  tallied: number
  /** The sum of the site's cards. */
  ledger: number
}

/** The sites of a part whose figures are not the ledger's, at most `limit`; one statement, so that nothing moves meanwhile. */
export async function findCrookedFigures(
  db: Knex,
  { from, below }: { from: string; below: string },
  limit: number,
): Promise<SiteFigures[]> {
  const range = 'site_code >= ? and site_code < ?'
  const sql =
    'select site_code, sum(standing) as standing, sum(tallied) as tallied, sum(ledger) as ledger from (' +
    `select site_code, outstanding as standing, 0 as tallied, 0 as ledger from scoring_standings where ${range} union all ` +
    `select site_code, 0, issued - redeemed - lapsed, 0 from scoring_tallies where ${range} union all ` +
    `select site_code, 0, 0, balance from scoring_accounts where ${range} and kind = 'card') figures ` +
    'group by site_code having sum(standing) <> sum(ledger) or sum(tallied) <> sum(ledger) order by site_code limit ?'
  return rowsOf<Record<'site_code', string> & Record<'standing' | 'tallied' | 'ledger', number | string>>(
    await db.raw(sql, [from, below, from, below, from, below, limit]),
  ).map((row) => ({
    siteCode: row.site_code,
    standing: Number(row.standing),
    tallied: Number(row.tallied),
    ledger: Number(row.ledger),
  }))
}
