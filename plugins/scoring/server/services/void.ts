import { inTransaction, refuse, Refused, service, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { checkVoid, stockCauseOf, voiding, type VoidRefusal } from '../../domain'
import { lockSuccessor } from '../store/card-lock'
import { lockGoods } from '../store/goods'
import { lockRedemption, voidRedemption, type StoredRedemption } from '../store/redemptions'
import { findShop } from '../store/shops'
import { move } from './move'
import { keepMovement } from './stock'

/** What is voided: by whom, why, and when. */
export interface Voiding {
  actor: Actor
  redemption: StoredRedemption
  reason: string
  now: Instant
}

/**
 * Gives points and goods of a redemption back, once. The points go to the card that stands for its card now; where
 * that is closed without a successor they would go to nobody, so that nothing is given back at all (`card_closed`).
 * Whoever voids waits in one order: the redemption, the card, the goods by their codes, then the accounts.
 */
export async function voidOne(strapi: Core.Strapi, asked: Voiding): Promise<Result<void, VoidRefusal>> {
  const checked = checkVoid(asked.redemption, asked.actor)
  if (!checked.ok) return checked
  return inTransaction<void, VoidRefusal>(strapi, (trx) => commit(strapi, trx, asked))
}

async function commit(strapi: Core.Strapi, trx: Knex.Transaction, asked: Voiding): Promise<void> {
  const { actor, redemption, reason, now } = asked
  const state = await lockRedemption(trx, redemption.documentId)
  const checked = checkVoid({ ...redemption, state }, actor)
  if (!checked.ok) throw new Refused<VoidRefusal>(checked)
  const { cardNumber, shopCode, siteCode, documentId, number } = redemption
  const card = await lockSuccessor(trx, cardNumber)
  if (card === null) throw new Refused<VoidRefusal>(refuse('card_closed', { card: cardNumber }))
  const shop = await findShop(trx, shopCode)
  if (shop === null) throw new Error(`the shop ${shopCode} gave something out and is gone`)
  await putBack(trx, asked)
  const moved = await move(trx, voiding(redemption, card, shop, reason), actor, now)
  if (!moved.ok) throw new Refused<VoidRefusal>(refuse('already_voided', moved.details))
  if (!(await voidRedemption(trx, redemption, { reason, transferId: moved.value.documentId }, actor, now))) {
    throw new Refused<VoidRefusal>(refuse('already_voided'))
  }
  await service(strapi, 'access', 'audit').record(
    {
      actor,
      action: 'void',
      subjectType: 'redemption',
      subjectId: documentId,
      siteCode,
      detail: { number, card: card.number, reason },
    },
    trx,
  )
}

/** Goods that are no longer sold go back all the same: they are on the shelf. */
async function putBack(trx: Knex.Transaction, { actor, redemption, reason, now }: Voiding): Promise<void> {
  const { lines, number, shopCode } = redemption
  const goods = await lockGoods(
    trx,
    shopCode,
    lines.map(({ goods: code }) => code),
  )
  for (const { goods: code, quantity } of lines) {
    const given = goods.get(code)
    if (given === undefined) throw new Error(`the goods ${code} were given out and are gone`)
    const cause = stockCauseOf.void(number, code)
    await keepMovement(trx, { kind: 'void', change: quantity }, { goods: given, cause, reason }, actor, now)
  }
}
