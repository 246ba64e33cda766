import { displayNameOf, nameOf, ok, refuse, Refused, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Knex } from 'knex'
import { enter, monthOf, sidesOf, type LedgerAccount, type NewTransfer } from '../../domain'
import { advanceAccount, lockAccounts } from '../store/accounts'
import { isCardClosed } from '../store/cards'
import { insertEntries } from '../store/entries'
import { changeOutstanding } from '../store/standings'
import { addTally, type TallyChange } from '../store/tallies'
import { causeExists, insertTransfer, newTransferId } from '../store/transfers'

/** A transfer that was made, and both accounts as they stand after it. */
export interface Moved {
  /** Of the transfer. */
  documentId: string
  debit: LedgerAccount
  credit: LedgerAccount
}

/** Why points did not move. `insufficient_points` has the card's `balance` and the `points` that were asked for. */
export type MoveRefusal = 'insufficient_points' | 'already_moved'

/**
 * Moves points, the one way in which they ever move: a transfer with a cause that can exist once, an entry chained to
 * each side, both accounts, the site's standing and its figures, all in the caller's transaction. A refusal has written
 * nothing (but an empty account, perhaps). Both accounts are locked in one order; whoever moves twice in a transaction,
 * or writes standings (`changePending`) beside it, does so after the first move, so that all wait in the same order:
 * accounts, then standings, then tallies.
 */
export async function move(
  trx: Knex.Transaction,
  transfer: NewTransfer,
  actor: Actor,
  now: Instant,
): Promise<Result<Moved, MoveRefusal>> {
  if (!Number.isSafeInteger(transfer.points) || transfer.points <= 0) {
    throw new RangeError(`points move whole and above zero: ${transfer.points}`)
  }
  const [debit, credit] = await lockAccounts(trx, transfer.debit, transfer.credit, now)
  const documentId = newTransferId()
  const { cause, points } = transfer
  const sides = sidesOf({ documentId, cause, points, at: now })
  const taken = enter(debit, sides.debit)
  const given = enter(credit, sides.credit)
  if (!given.ok) throw new Error('an account has no bound above')
  if (!taken.ok) {
    // Told apart first: who asks again for what is done already must not hear that the points are gone.
    return (await causeExists(trx, cause)) ? refuse('already_moved', { cause }) : taken
  }
  const { debit: _from, credit: _to, theme: _theme, ...facts } = transfer
  const kept = { ...facts, documentId, debit: debit.documentId, credit: credit.documentId }
  const isFirst = await insertTransfer(trx, { ...kept, actor: nameOf(actor), actorName: displayNameOf(actor), at: now })
  if (!isFirst) return refuse('already_moved', { cause })
  await advance(trx, debit, taken.value.account, now)
  await advance(trx, credit, given.value.account, now)
  await insertEntries(trx, [
    { ...taken.value.entry, siteCode: debit.siteCode },
    { ...given.value.entry, siteCode: credit.siteCode },
  ])
  await count(trx, transfer, now)
  return ok({ documentId, debit: taken.value.account, credit: given.value.account })
}

/** The account is held, so that a failure is a fault of this server, which undoes the whole transaction. */
async function advance(
  trx: Knex.Transaction,
  before: LedgerAccount,
  after: LedgerAccount,
  now: Instant,
): Promise<void> {
  if (await advanceAccount(trx, before, after, now)) return
  if (before.kind === 'card' && (await isCardClosed(trx, before.owner))) {
    throw new Refused<'card_closed'>(refuse('card_closed', { card: before.owner }))
  }
  throw new Error(`the account of ${before.kind} ${before.owner} changed while it was held`)
}

/** What cards hold in all and the month's figures, each on the side of the card. */
async function count(trx: Knex.Transaction, transfer: NewTransfer, now: Instant): Promise<void> {
  const { debit, credit, points } = transfer
  const changes = new Map<string, number>()
  if (debit.kind === 'card') changes.set(debit.siteCode, -points)
  if (credit.kind === 'card') changes.set(credit.siteCode, (changes.get(credit.siteCode) ?? 0) + points)
  for (const [siteCode, change] of [...changes].sort(([left], [right]) => (left < right ? -1 : 1))) {
    await changeOutstanding(trx, siteCode, change)
  }
  const siteCode = credit.kind === 'card' ? credit.siteCode : debit.siteCode
  await addTally(trx, { siteCode, month: monthOf(now), theme: themeOf(transfer) }, figuresOf(transfer))
}

/** Only what was issued is counted by theme. */
function themeOf({ kind, recordId, theme }: NewTransfer): NewTransfer['theme'] {
  return kind === 'post' || kind === 'deduct' || (kind === 'reverse' && recordId !== null) ? theme : null
}

const NOTHING: TallyChange = { issued: 0, redeemed: 0, lapsed: 0, records: 0 }

/**
 * A transfer in the figures of its month: for cards, issued less redeemed less lapsed is what they hold. A reversal is
 * counted when it happens, in the figure of what it undoes: of a record where it names one, else of a lapse.
 */
function figuresOf({ kind, debit, recordId, points }: NewTransfer): TallyChange {
  const signed = debit.kind === 'card' ? -points : points
  switch (kind) {
    case 'post':
    case 'deduct':
      return { ...NOTHING, issued: signed, records: 1 }
    case 'redeem':
    case 'void':
      return { ...NOTHING, redeemed: -signed }
    case 'lapse':
      return { ...NOTHING, lapsed: -signed }
    case 'reverse':
      return recordId === null ? { ...NOTHING, lapsed: -signed } : { ...NOTHING, issued: signed, records: -1 }
    case 'replace':
    case 'settle':
      return NOTHING
  }
}
