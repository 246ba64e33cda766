import {
  inTransaction,
  ok,
  refuse,
  Refused,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { Transfer } from '../../contracts'
import {
  allowedOfTransfer,
  checkReversal,
  reverse,
  REVERSE_REFUSAL_STATUS,
  type MadeTransfer,
  type RecordRefusal,
  type ReverseRefusal,
} from '../../domain'
import { lockSuccessor } from '../store/card-lock'
import { readSiteNames, siteRef, type SiteNames } from '../store/directory'
import {
  findListedTransfer,
  listTransfers,
  type ListedSide,
  type ListedTransfer,
  type TransferListQuery,
} from '../store/transfer-list'
import { move } from './move'

/** A page of transfers as the contract shows them. */
export interface TransferPageView {
  transfers: Transfer[]
  /** How many there are in all, or null when nobody asked. */
  total: number | null
}

/** Why points moved, and taking a move back. */
export const transfers = ({ strapi }: { strapi: Core.Strapi }) => {
  const view = async (actor: Actor, documentId: string): Promise<Result<Transfer, 'not_found'>> => {
    const transfer = await findListedTransfer(strapi.db.connection, actor, documentId)
    return transfer === null ? refuse('not_found') : ok(viewOf(transfer, actor, await readSiteNames(strapi)))
  }

  return {
    /** The transfers that the actor sees, by page. */
    async list(actor: Actor, query: TransferListQuery): Promise<Result<TransferPageView, 'role_not_allowed'>> {
      if (scopeOf(actor, 'transfer', 'read').kind === 'none') return refuse('role_not_allowed')
      const names = await readSiteNames(strapi)
      const page = await listTransfers(strapi.db.connection, actor, query, [...names.keys()])
      return ok({ transfers: page.transfers.map((one) => viewOf(one, actor, names)), total: page.total })
    },

    /**
     * Takes a transfer back, once, by one with swapped sides: the new transfer. The points come from, or go to, the card
     * that stands for the transfer's card now. The record of what was posted is voided, and its cap gets the points back.
     */
    async reverse(
      actor: Actor,
      documentId: string,
      reason: string,
      now: Instant,
    ): Promise<Result<Transfer, ReverseRefusal>> {
      const transfer = await findListedTransfer(strapi.db.connection, actor, documentId)
      if (transfer === null) return refuse('not_found')
      const checked = checkReversal(transfer, actor)
      if (!checked.ok) return checked
      const done = await inTransaction<string, ReverseRefusal | RecordRefusal>(strapi, (trx) =>
        commit(strapi, trx, { transfer, actor, reason, now }),
      )
      if (done.ok) return view(actor, done.value)
      return isReverseRefusal(done.code) ? refuse(done.code, done.details) : refuse('already_reversed')
    },
  }
}

interface Reversing {
  transfer: ListedTransfer
  actor: Actor
  reason: string
  now: Instant
}

/** Whoever reverses waits in one order: the card, the record, its cap, then the accounts. */
async function commit(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { transfer, actor, reason, now }: Reversing,
): Promise<string> {
  const { cardNumber, recordId } = transfer
  const card = cardNumber === null ? null : await lockSuccessor(trx, cardNumber)
  if (card === null) throw new Refused<ReverseRefusal>(refuse('card_closed', { card: cardNumber }))
  if (recordId !== null) {
    await service(strapi, 'scoring', 'posting').voidRecord(trx, { recordId, reason, actor, now, verb: 'reverse' })
  }
  const moved = await move(trx, reverse(madeOf(transfer), reason, card), actor, now)
  if (!moved.ok) {
    throw new Refused<ReverseRefusal>(
      moved.code === 'already_moved' ? refuse('already_reversed') : refuse(moved.code, moved.details),
    )
  }
  const { documentId, kind, points, siteCode } = transfer
  const detail = { kind, points, card: card.number, reason, by: moved.value.documentId }
  await service(strapi, 'access', 'audit').record(
    { actor, action: 'reverse', subjectType: 'transfer', subjectId: documentId, siteCode, detail },
    trx,
  )
  return moved.value.documentId
}

function madeOf({ from, to, ...transfer }: ListedTransfer): MadeTransfer {
  const { documentId, kind, cause, points, siteCode, cardNumber } = transfer
  const { recordId, redemptionId, reverses, reason, theme } = transfer
  const beside = { recordId, redemptionId, reverses, reason, theme }
  return { documentId, kind, cause, points, siteCode, cardNumber, debit: from, credit: to, ...beside }
}

/** A record that somebody else has voided meanwhile was reversed by them. */
function isReverseRefusal(code: ReverseRefusal | RecordRefusal): code is ReverseRefusal {
  return code !== 'wrong_state' && code !== 'changed_meanwhile' && code in REVERSE_REFUSAL_STATUS
}

function viewOf(transfer: ListedTransfer, actor: Actor, names: SiteNames): Transfer {
  const side = ({ kind, owner, name }: ListedSide) => ({ kind, owner, name: name ?? siteRef(names, owner).name })
  return {
    documentId: transfer.documentId,
    kind: transfer.kind,
    cause: transfer.cause,
    debit: side(transfer.from),
    credit: side(transfer.to),
    points: transfer.points,
    site: siteRef(names, transfer.siteCode),
    card: transfer.cardNumber,
    record: transfer.recordId,
    redemption: transfer.redemptionId,
    reverses: transfer.reverses,
    reversedBy: transfer.reversedBy,
    reason: transfer.reason,
    who: { username: transfer.actor, name: transfer.actorName },
    at: new Date(transfer.at).toISOString(),
    allowed: allowedOfTransfer(transfer, actor),
  }
}
