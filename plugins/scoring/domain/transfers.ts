import { ok, refuse, type Actor, type Result } from '@practice/kernel'
import type { AccountRef } from './ledger'
import type { ReverseRefusal } from './refusals'
import { actsAt, isOwnHousehold } from './authority'
import type { Theme, TransferKind } from './vocabulary'

/** Why points moved, as a text that can exist once only. */
export const causeOf = {
  post: (recordId: string) => `post:${recordId}`,
  redeem: (redemptionId: string) => `redeem:${redemptionId}`,
  void: (redemptionId: string) => `void:${redemptionId}`,
  reverse: (transferId: string) => `reverse:${transferId}`,
  replace: (cardNumber: string) => `replace:${cardNumber}`,
  /** `year` is the one that ended. */
  lapse: (year: number, cardNumber: string) => `lapse:${year}:${cardNumber}`,
  settle: (shopCode: string, day: string) => `settle:${shopCode}:${day}`,
} as const

/** A transfer to be made: points, above zero, go from `debit` to `credit`. */
export interface NewTransfer {
  kind: TransferKind
  cause: string
  debit: AccountRef
  credit: AccountRef
  points: number
  siteCode: string
  cardNumber: string | null
  recordId: string | null
  redemptionId: string | null
  /** The transfer that it undoes. */
  reverses: string | null
  reason: string | null
  /** Of the record's rule, for the summary's figures. */
  theme: Theme | null
}

/** What of a card its transfers name. */
export interface CardRef {
  number: string
  siteCode: string
}

/** A card's account. */
export const accountOfCard = ({ number, siteCode }: CardRef): AccountRef => ({ kind: 'card', owner: number, siteCode })

/** Where a site's points come from and go back to. */
export const issuanceOf = (siteCode: string): AccountRef => ({ kind: 'issuance', owner: siteCode, siteCode })

/** A shop's account. */
export const accountOfShop = (shop: { code: string; siteCode: string }): AccountRef => ({
  kind: 'shop',
  owner: shop.code,
  siteCode: shop.siteCode,
})

const NOTHING_BESIDE = {
  cardNumber: null,
  recordId: null,
  redemptionId: null,
  reverses: null,
  reason: null,
  theme: null,
} as const

/**
 * What posts a record to the card that gets it (its own, or the successor of a card that was replaced). A deduction
 * takes at most what the card has; null when that is nothing.
 */
export function posting(
  record: { documentId: string; points: number; theme: Theme; note: string | null },
  card: CardRef,
  balance: number,
): NewTransfer | null {
  const deduction = record.points < 0
  const points = deduction ? Math.min(-record.points, balance) : record.points
  if (points <= 0) return null
  const [debit, credit] = deduction
    ? [accountOfCard(card), issuanceOf(card.siteCode)]
    : [issuanceOf(card.siteCode), accountOfCard(card)]
  return {
    ...NOTHING_BESIDE,
    kind: deduction ? 'deduct' : 'post',
    cause: causeOf.post(record.documentId),
    debit,
    credit,
    points,
    siteCode: card.siteCode,
    cardNumber: card.number,
    recordId: record.documentId,
    reason: record.note,
    theme: record.theme,
  }
}

/** What pays a shop for a redemption. */
export function redeeming(
  redemption: { documentId: string; points: number },
  card: CardRef,
  shop: { code: string; siteCode: string },
): NewTransfer {
  return {
    ...NOTHING_BESIDE,
    kind: 'redeem',
    cause: causeOf.redeem(redemption.documentId),
    debit: accountOfCard(card),
    credit: accountOfShop(shop),
    points: redemption.points,
    siteCode: card.siteCode,
    cardNumber: card.number,
    redemptionId: redemption.documentId,
  }
}

/** What gives the points of a redemption back, to its card or to the successor of a card that was replaced. */
export function voiding(
  redemption: { documentId: string; points: number; transferId: string },
  card: CardRef,
  shop: { code: string; siteCode: string },
  reason: string,
): NewTransfer {
  return {
    ...redeeming(redemption, card, shop),
    kind: 'void',
    cause: causeOf.void(redemption.documentId),
    debit: accountOfShop(shop),
    credit: accountOfCard(card),
    reverses: redemption.transferId,
    reason,
  }
}

/** What a replaced card hands to its successor; null when it has nothing. */
export function replacing(old: CardRef, successor: CardRef, balance: number, reason: string): NewTransfer | null {
  if (balance <= 0) return null
  return {
    ...NOTHING_BESIDE,
    kind: 'replace',
    cause: causeOf.replace(old.number),
    debit: accountOfCard(old),
    credit: accountOfCard(successor),
    points: balance,
    siteCode: old.siteCode,
    cardNumber: successor.number,
    reason,
  }
}

/** What takes the points that lapsed at the end of `year`; null for none. */
export function lapsing(card: CardRef, year: number, points: number): NewTransfer | null {
  if (points <= 0) return null
  return {
    ...NOTHING_BESIDE,
    kind: 'lapse',
    cause: causeOf.lapse(year, card.number),
    debit: accountOfCard(card),
    credit: issuanceOf(card.siteCode),
    points,
    siteCode: card.siteCode,
    cardNumber: card.number,
  }
}

/** What clears a shop's day: its net points go back to its site's issuance, or come from there when it gave back more. */
export function settling(shop: { code: string; siteCode: string }, day: string, netPoints: number): NewTransfer | null {
  if (netPoints === 0) return null
  const [debit, credit] =
    netPoints > 0 ? [accountOfShop(shop), issuanceOf(shop.siteCode)] : [issuanceOf(shop.siteCode), accountOfShop(shop)]
  return {
    ...NOTHING_BESIDE,
    kind: 'settle',
    cause: causeOf.settle(shop.code, day),
    debit,
    credit,
    points: Math.abs(netPoints),
    siteCode: shop.siteCode,
  }
}

/** A transfer that was made. */
export interface MadeTransfer extends NewTransfer {
  documentId: string
}

/** A correction swaps sides. `card` is the card's account today: the successor's, when the card was replaced since. */
export function reverse(transfer: MadeTransfer, reason: string, card: CardRef | null = null): NewTransfer {
  const today = (side: AccountRef) => (side.kind === 'card' && card !== null ? accountOfCard(card) : side)
  return {
    ...transferOf(transfer),
    kind: 'reverse',
    cause: causeOf.reverse(transfer.documentId),
    debit: today(transfer.credit),
    credit: today(transfer.debit),
    cardNumber: card?.number ?? transfer.cardNumber,
    reverses: transfer.documentId,
    reason,
  }
}

function transferOf({ documentId: _, ...transfer }: MadeTransfer): NewTransfer {
  return transfer
}

/** What can be reversed by itself. A redemption takes its goods along, so that it is voided instead. */
export const REVERSIBLE = ['post', 'deduct', 'lapse'] as const satisfies readonly TransferKind[]

/** Who reverses transfers. */
export const REVERSING_ROLES = ['points-supervisor'] as const

/** What of a transfer decides whether it may be reversed. */
export interface TransferStanding {
  kind: TransferKind
  siteCode: string
  /** Of its card. */
  householdCode: string | null
  reversedBy: string | null
}

/** Whether an actor who sees a transfer may reverse it; that the card still has the points is the ledger's to say. */
export function checkReversal(transfer: TransferStanding, actor: Actor): Result<null, ReverseRefusal> {
  if (!actsAt(actor, REVERSING_ROLES, transfer.siteCode)) return refuse('role_not_allowed')
  if (isOwnHousehold(actor, transfer.householdCode)) return refuse('same_household')
  if (transfer.kind === 'redeem') return refuse('use_void')
  if (!isReversible(transfer.kind)) return refuse('not_reversible', { kind: transfer.kind })
  if (transfer.reversedBy !== null) return refuse('already_reversed', { reversedBy: transfer.reversedBy })
  return ok(null)
}

/** What the console draws for a transfer. */
export function allowedOfTransfer(transfer: TransferStanding, actor: Actor): 'reverse'[] {
  return checkReversal(transfer, actor).ok ? ['reverse'] : []
}

function isReversible(kind: TransferKind): boolean {
  const kinds: readonly TransferKind[] = REVERSIBLE
  return kinds.includes(kind)
}
