import { entryHash, GENESIS, type Entry, type LedgerAccount } from './ledger'

/** What may be wrong with a ledger (contracts/ledger.ts, `BREAKS`). */
export type BreakKind = 'hash' | 'sequence' | 'balance' | 'account' | 'transfer' | 'negative' | 'sum' | 'standing'

/** One thing that is wrong, and where. */
export interface LedgerBreak {
  kind: BreakKind
  /** As `card 640402100207-0001`, or null where it is about the whole. */
  account: string | null
  sequence: number | null
  transfer: string | null
  text: string
}

/** Checks one account, fed with its entries in the order of their sequence. */
export interface ChainChecker {
  /** The break that this entry shows, if it is the account's first; afterwards nothing more is said of the account. */
  add(entry: Entry): LedgerBreak | null
  /** The account's first break, its own figures included, or null when it is sound. */
  end(): LedgerBreak | null
}

/** How a break names an account. */
export function nameOfAccount({ kind, owner }: Pick<LedgerAccount, 'kind' | 'owner'>): string {
  return `${kind} ${owner}`
}

/** A checker of one account's chain, from the first entry; it keeps the last entry only, whatever the account's length. */
export function chainChecker(account: LedgerAccount): ChainChecker {
  let last = { sequence: 0, balance: 0, hash: GENESIS }
  let first: LedgerBreak | null = null
  const found = (kind: BreakKind, sequence: number, text: string, transfer: string | null = null) => {
    first = { kind, account: nameOfAccount(account), sequence, transfer, text }
    return first
  }
  return {
    add(entry) {
      if (first !== null) return null
      const fault = faultOf(entry, last, account)
      last = { sequence: entry.sequence, balance: entry.balance, hash: entry.hash }
      return fault === null ? null : found(fault.kind, fault.sequence, fault.text, entry.transferId)
    },
    end() {
      if (first !== null) return first
      const text = faultOfAccount(account, last)
      return text === null ? null : found('account', last.sequence, text)
    },
  }
}

interface Last {
  sequence: number
  balance: number
  hash: string
}

function faultOf(
  entry: Entry,
  last: Last,
  account: LedgerAccount,
): { kind: BreakKind; sequence: number; text: string } | null {
  const { sequence, change, balance } = entry
  const expected = last.sequence + 1
  if (sequence > expected) return { kind: 'sequence', sequence: expected, text: `缺少第 ${expected} 笔分录` }
  if (sequence < expected) return { kind: 'sequence', sequence, text: `第 ${sequence} 笔分录重复或排错了位置` }
  if (entry.accountId !== account.documentId)
    return { kind: 'hash', sequence, text: `第 ${sequence} 笔分录不属于此账户` }
  if (entry.previous !== last.hash)
    return { kind: 'hash', sequence, text: `第 ${sequence} 笔分录与上一笔的校验值接不上` }
  if (entryHash(entry) !== entry.hash) {
    return { kind: 'hash', sequence, text: `第 ${sequence} 笔分录的内容与其校验值不符` }
  }
  if (balance !== last.balance + change) {
    const text = `第 ${sequence} 笔分录后余额记为 ${balance}，应为 ${last.balance + change}`
    return { kind: 'balance', sequence, text }
  }
  if (account.kind === 'card' && balance < 0) {
    return { kind: 'negative', sequence, text: `第 ${sequence} 笔分录后积分卡余额为 ${balance}，低于零` }
  }
  return null
}

function faultOfAccount(account: LedgerAccount, last: Last): string | null {
  if (account.sequence !== last.sequence) return `账户记有 ${account.sequence} 笔分录，实有 ${last.sequence} 笔`
  if (account.balance !== last.balance) return `账户余额记为 ${account.balance}，分录合计为 ${last.balance}`
  if (account.head !== last.hash) return '账户的校验值不是最后一笔分录的校验值'
  return null
}

/** What a transfer should have entered, and what of it was found. */
export interface TransferCheck {
  documentId: string
  debitId: string
  creditId: string
  points: number
  entries: readonly Pick<Entry, 'accountId' | 'change'>[]
}

/** Whether a transfer has exactly its two entries: the break, or null. */
export function transferBreak({ documentId, debitId, creditId, points, entries }: TransferCheck): LedgerBreak | null {
  const has = (accountId: string, change: number) =>
    entries.filter((entry) => entry.accountId === accountId && entry.change === change).length === 1
  if (points > 0 && entries.length === 2 && has(debitId, -points) && has(creditId, points)) return null
  const text = `这笔 ${points} 分的转账应有一借一贷两笔分录，实有 ${entries.length} 笔或金额、账户不符`
  return { kind: 'transfer', account: null, sequence: null, transfer: documentId, text }
}

/** Every transfer gives what it takes, so that all balances of a district add up to zero: the break, or null. */
export function sumBreak(sum: number): LedgerBreak | null {
  if (sum === 0) return null
  return { kind: 'sum', account: null, sequence: null, transfer: null, text: `全部账户余额合计为 ${sum}，应为 0` }
}

/** A figure that is kept beside the ledger against the ledger's own: the break, or null. */
export function standingBreak(siteCode: string, kept: number, ledgers: number): LedgerBreak | null {
  if (kept === ledgers) return null
  const text = `站点 ${siteCode} 的在外积分记为 ${kept}，账上为 ${ledgers}`
  return { kind: 'standing', account: null, sequence: null, transfer: null, text }
}
