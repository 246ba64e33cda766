import { setImmediate } from 'node:timers/promises'
import type { Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Verification } from '../../contracts'
import {
  chainChecker,
  headOf,
  nameOfAccount,
  standingBreak,
  sumBreak,
  transferBreak,
  type ChainChecker,
  type Entry,
  type LedgerAccount,
  type LedgerBreak,
} from '../../domain'
import {
  findCrookedFigures,
  findSequences,
  readEntries,
  readTransfers,
  snapshotAccounts,
  type CheckedTransfer,
  type LedgerPart,
  type TransferPlace,
} from '../store/ledger-check'

/** How many entries or transfers are read at once; between two batches everybody else has a turn. */
const BATCH = 1000
const ACCOUNTS_AT_ONCE = 250
const UNLIMITED = 1_000_000_000
const BREAKS_MAX = 100

/** How far a verification has come, in entries. */
export interface Progress {
  checked: number
  of: number
}

/** A verification that is under way: its progress, and what it found as its last word. */
export type Verifying = AsyncGenerator<Progress, Verification, void>

/** What a verification keeps while it goes on. */
interface Findings {
  broken: LedgerBreak[]
  add(found: LedgerBreak | null): void
}

function findings(): Findings {
  const broken: LedgerBreak[] = []
  return {
    broken,
    add(found) {
      if (found !== null && broken.length < BREAKS_MAX) broken.push(found)
    },
  }
}

/**
 * Verifies a part of the ledger from the first entry, batch by batch. What it compares is the accounts as they stood at
 * its beginning: what is posted meanwhile is neither missed nor mistaken for a break.
 */
export async function* verify(db: Knex, part: LedgerPart, now: Instant): Verifying {
  const accounts = await snapshotAccounts(db, part)
  const of = accounts.reduce((entries, { sequence }) => entries + sequence, 0)
  const found = findings()
  let checked = 0
  yield { checked, of }
  for (const group of groupsOf(accounts)) {
    for await (const count of checkGroup(db, group, found)) {
      checked += count
      yield { checked: Math.min(checked, of), of }
    }
  }
  const balances = accounts.reduce((sum, { balance }) => sum + balance, 0)
  const crossed = yield* checkTransfers(db, part, { accounts, found, progress: { checked: of, of } })
  const sum = balances - crossed.points
  found.add(sumBreak(sum))
  if (part.sites !== null) await checkFigures(db, part.sites, found)
  return {
    ok: found.broken.length === 0,
    accounts: accounts.length,
    transfers: crossed.transfers,
    entries: of,
    sum,
    head: headOf(accounts),
    broken: found.broken,
    at: new Date(now).toISOString(),
  }
}

/** Accounts that are read together: many short ones, or one long one alone. */
function groupsOf(accounts: readonly LedgerAccount[]): LedgerAccount[][] {
  const groups: LedgerAccount[][] = []
  let entries = Infinity
  for (const account of accounts) {
    const group = groups.at(-1)
    entries += account.sequence
    if (group !== undefined && entries <= BATCH && group.length < ACCOUNTS_AT_ONCE) {
      group.push(account)
    } else {
      groups.push([account])
      entries = account.sequence
    }
  }
  return groups
}

/** Feeds the chains of a group; gives how many entries each batch had. */
async function* checkGroup(
  db: Knex,
  group: readonly LedgerAccount[],
  found: Findings,
): AsyncGenerator<number, void, void> {
  const chains = new Map(group.map((account) => [account.documentId, chainOf(account)]))
  const ids = [...chains.keys()]
  let after = 0
  for (;;) {
    // A long account is alone in its group and goes on from its last entry; many short ones are read at once.
    const limit = group.length === 1 ? BATCH : UNLIMITED
    const entries = await readEntries(db, ids, { after, limit })
    for (const entry of entries) chains.get(entry.accountId)?.feed(entry)
    yield entries.length
    await setImmediate()
    if (group.length > 1 || entries.length < limit) break
    after = entries.at(-1)?.sequence ?? after
  }
  for (const { checker } of chains.values()) found.add(checker.end())
  await checkLater(db, [...chains.values()], found)
}

interface Chain {
  account: LedgerAccount
  checker: ChainChecker
  /** The last entry that the account did not count yet when it was read. */
  later: number
  feed(entry: Entry): void
}

function chainOf(account: LedgerAccount): Chain {
  const checker = chainChecker(account)
  const chain: Chain = {
    account,
    checker,
    later: 0,
    feed(entry) {
      if (entry.sequence <= account.sequence) checker.add(entry)
      else chain.later = entry.sequence
    },
  }
  return chain
}

/** Entries that came since are counted by their account by now; what no account counts was put there by hand. */
async function checkLater(db: Knex, chains: readonly Chain[], found: Findings): Promise<void> {
  const grown = chains.filter(({ later }) => later > 0)
  const sequences = await findSequences(
    db,
    grown.map(({ account }) => account.documentId),
  )
  for (const { account, later } of grown) {
    const sequence = sequences.get(account.documentId) ?? account.sequence
    if (sequence >= later) continue
    const text = `账户记有 ${sequence} 笔分录，实有 ${later} 笔`
    found.add({ kind: 'account', account: nameOfAccount(account), sequence: later, transfer: null, text })
  }
}

interface Crossing {
  accounts: readonly LedgerAccount[]
  found: Findings
  progress: Progress
}

/** Checks that each transfer has its two sides; counts them, and the points that led out of the part or into it. */
async function* checkTransfers(
  db: Knex,
  part: LedgerPart,
  { accounts, found, progress }: Crossing,
): AsyncGenerator<Progress, { transfers: number; points: number }, void> {
  const sequences = new Map(accounts.map(({ documentId, sequence }) => [documentId, sequence]))
  let [transfers, points]: [number, number] = [0, 0]
  let place: TransferPlace | null = null
  do {
    const batch: { transfers: CheckedTransfer[]; next: TransferPlace | null } = await readTransfers(
      db,
      part,
      place,
      BATCH,
    )
    for (const transfer of batch.transfers) {
      found.add(transferBreak(transfer))
      points += crossedBy(transfer, sequences)
    }
    transfers += batch.transfers.length
    place = batch.next
    yield progress
    await setImmediate()
  } while (place !== null)
  return { transfers, points }
}

/** What a transfer brought into the part from outside, or took out of it; what came after the snapshot does not count. */
function crossedBy({ debitId, creditId, entries }: CheckedTransfer, sequences: ReadonlyMap<string, number>): number {
  if (sequences.has(debitId) === sequences.has(creditId)) return 0
  const inside = entries.find(({ accountId }) => sequences.has(accountId))
  return inside !== undefined && inside.sequence <= (sequences.get(inside.accountId) ?? 0) ? inside.change : 0
}

async function checkFigures(db: Knex, sites: { from: string; below: string }, found: Findings): Promise<void> {
  for (const { siteCode, standing, tallied, ledger } of await findCrookedFigures(db, sites, BREAKS_MAX)) {
    found.add(standingBreak(siteCode, standing === ledger ? tallied : standing, ledger))
  }
}
