import { inputHash, ok, refuse, type Instant, type Result } from '@practice/kernel'
import type { AccountKind } from './vocabulary'

/** What stands before an account's first entry: 64 zeros. */
export const GENESIS = '0'.repeat(64)

/** An account by whose it is: a site's issuance, a card's number or a shop's code. */
export interface AccountRef {
  kind: AccountKind
  owner: string
  siteCode: string
}

/** An account as it stands after its last entry. */
export interface LedgerAccount extends AccountRef {
  documentId: string
  balance: number
  /** Of its last entry; 0 when it has none. */
  sequence: number
  /** The hash of its last entry; `GENESIS` when it has none. */
  head: string
}

/** An account that was just opened. */
export const UNUSED = { balance: 0, sequence: 0, head: GENESIS } as const

/** What an entry's hash vouches for. */
export interface EntryFacts {
  accountId: string
  sequence: number
  transferId: string
  /** Of the transfer. */
  cause: string
  /** What came to the account (above zero) or left it. */
  change: number
  /** The running balance after it. */
  balance: number
  /** The hash of the entry before. */
  previous: string
  at: Instant
}

/** One line of an account. */
export interface Entry extends EntryFacts {
  hash: string
}

/** One side of a transfer, to be entered. */
export type Entering = Pick<EntryFacts, 'transferId' | 'cause' | 'change' | 'at'>

/**
 * SHA-256, in hex, of the JSON array `[previous, accountId, sequence, transferId, cause, change, balance, at]`, with `at`
 * in milliseconds and no spaces: whoever has a statement can compute it again.
 */
export function entryHash(entry: EntryFacts): string {
  const { previous, accountId, sequence, transferId, cause, change, balance, at } = entry
  return inputHash([previous, accountId, sequence, transferId, cause, change, balance, at])
}

/** The next entry of an account and the account after it. A card never goes below zero; issuance and shops may. */
export function enter(
  account: LedgerAccount,
  entering: Entering,
): Result<{ entry: Entry; account: LedgerAccount }, 'insufficient_points'> {
  const balance = account.balance + entering.change
  if (account.kind === 'card' && entering.change < 0 && balance < 0) {
    return refuse('insufficient_points', { balance: account.balance, points: -entering.change })
  }
  const facts = {
    accountId: account.documentId,
    sequence: account.sequence + 1,
    transferId: entering.transferId,
    cause: entering.cause,
    change: entering.change,
    balance,
    previous: account.head,
    at: entering.at,
  }
  const entry = { ...facts, hash: entryHash(facts) }
  return ok({ entry, account: { ...account, balance, sequence: entry.sequence, head: entry.hash } })
}

/** What a transfer enters on both sides: points go from `debit` to `credit`. */
export function sidesOf(transfer: { documentId: string; cause: string; points: number; at: Instant }): {
  debit: Entering
  credit: Entering
} {
  const { documentId: transferId, cause, points, at } = transfer
  return { debit: { transferId, cause, change: -points, at }, credit: { transferId, cause, change: points, at } }
}

/**
 * The hash over the heads of accounts, whatever order they come in: SHA-256 of the JSON array of
 * `[kind, owner, sequence, head]`, sorted by kind and owner as plain text. An account without entries counts as well.
 */
export function headOf(accounts: readonly Pick<LedgerAccount, 'kind' | 'owner' | 'sequence' | 'head'>[]): string {
  const heads = accounts.map(({ kind, owner, sequence, head }) => [kind, owner, sequence, head] as const)
  heads.sort((left, right) => compare(left[0], right[0]) || compare(left[1], right[1]))
  return inputHash(heads)
}

/** By code units: the order of a database's collation is not everywhere the same. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
