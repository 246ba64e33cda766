import { z } from 'zod'
import { ACCOUNT_KINDS, TRANSFER_KINDS } from '../domain/vocabulary'
import { code, instant, Person, reason, Ref } from './shared'

export { ACCOUNT_KINDS, TRANSFER_KINDS, type AccountKind, type TransferKind } from '../domain/vocabulary'

/** What may be wrong with a ledger, each naming where. */
export const BREAKS = [
  /** An entry's hash is not that of its content and the entry before. */
  'hash',
  /** An entry is missing or stands twice. */
  'sequence',
  /** An entry's running balance is not the sum of the changes so far. */
  'balance',
  /** An account's balance, sequence or head is not its last entry's. */
  'account',
  /** A transfer has not exactly the two entries that it should have. */
  'transfer',
  /** A card is below zero. */
  'negative',
  /** The accounts do not add up to zero. */
  'sum',
  /** The figures kept beside the ledger are not the ledger's. */
  'standing',
] as const

export const BreakView = z.strictObject({
  kind: z.enum(BREAKS),
  /** The account, as `card 640402100207-0001`, or null where it is about the whole. */
  account: z.string().nullable(),
  sequence: z.int().nullable(),
  transfer: z.string().nullable(),
  text: z.string(),
})

/**
 * GET /api/scoring/ledger/verify?site= — recomputed from the first entry. Asked with `Accept: application/x-ndjson` it
 * sends `{"checked": entries, "of": entries}` a line while it works and `{"data": …}` as the last.
 */
export const VerifyView = z.strictObject({
  ok: z.boolean(),
  accounts: z.int(),
  transfers: z.int(),
  entries: z.int(),
  /** Of the balances of all accounts; zero in a sound ledger of the district. A site's own transfers never leave it. */
  sum: z.int(),
  /** The hash over the heads of all accounts. */
  head: z.string(),
  /** The first break of each account, at most 100. */
  broken: z.array(BreakView),
  at: instant,
})
export type Verification = z.infer<typeof VerifyView>

/** GET /api/scoring/ledger/head?site= — public. */
export const HeadView = z.strictObject({ site: Ref, head: z.string(), accounts: z.int(), at: instant })

const Side = z.strictObject({ kind: z.enum(ACCOUNT_KINDS), owner: z.string(), name: z.string() })

/** GET /api/scoring/transfers */
export const TransferView = z.strictObject({
  documentId: z.string(),
  kind: z.enum(TRANSFER_KINDS),
  cause: z.string(),
  /** Points go from `debit` to `credit`. */
  debit: Side,
  credit: Side,
  points: z.int(),
  site: Ref,
  card: z.string().nullable(),
  record: z.string().nullable(),
  redemption: z.string().nullable(),
  reverses: z.string().nullable(),
  reversedBy: z.string().nullable(),
  reason: z.string().nullable(),
  who: Person,
  at: instant,
  allowed: z.array(z.enum(['reverse'])),
})
export type Transfer = z.infer<typeof TransferView>

/** POST /api/scoring/transfers/:documentId/reverse {reason} */
export const ReverseTransfer = { body: z.strictObject({ reason }) }

export const TRANSFER_FILTERS = ['kind', 'site', 'card', 'at', 'points', 'reverses'] as const
export const TRANSFER_SORTS = ['at', 'points'] as const

export const VerifyQuery = z.strictObject({ site: code.optional() })
