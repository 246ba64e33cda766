import {
  inScope,
  inTransaction,
  newDocumentId,
  refuse,
  Refused,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import crypto from 'node:crypto'
import type { Knex } from 'knex'
import type { RedeemBody } from '../../contracts'
import {
  checkRedemption,
  dayOf,
  redeeming,
  stockCauseOf,
  type RedeemFacts,
  type RedeemingCard,
  type RedeemRefusal,
  type RedemptionLine,
} from '../../domain'
import { findCardAccount } from '../store/accounts'
import { lockCard } from '../store/card-lock'
import type { StoredCard } from '../store/cards'
import { nextValue } from '../store/counters'
import { lockGoods, type StoredGoods } from '../store/goods'
import { insertRedemption } from '../store/redemptions'
import { findShop, type StoredShop } from '../store/shops'
import { move } from './move'
import { once, type Made } from './once'
import { keepMovement } from './stock'

/** What is redeemed: by whom, when, and under which key. */
export interface Redeem {
  actor: Actor
  body: RedeemBody
  key: string
  now: Instant
}

/**
 * Takes points and stock together, once for a key: all of it in one transaction, or nothing. Whoever redeems waits in
 * one order, so that nobody waits in a circle: the key, the card, the goods by their codes, then the accounts.
 */
export async function redeem(strapi: Core.Strapi, asked: Redeem): Promise<Result<Made, RedeemRefusal>> {
  const { actor, body, key } = asked
  return inTransaction<Made, RedeemRefusal>(strapi, (trx) =>
    // A repetition is answered before the rules are asked: what was redeemed stays redeemed, whatever changed since.
    once(strapi, trx, { actor, operation: 'redemption.redeem', key, input: body }, () => commit(strapi, trx, asked)),
  )
}

/** What a redemption is decided by, each locked as it was read. */
interface Found {
  card: StoredCard | null
  shop: StoredShop | null
  goods: Map<string, StoredGoods>
  facts: RedeemFacts
}

async function commit(strapi: Core.Strapi, trx: Knex.Transaction, { actor, body, now }: Redeem): Promise<string> {
  const { card, shop, goods, facts } = await lockAll(strapi, trx, actor, body)
  const decided = checkRedemption(actor, body, facts)
  if (!decided.ok) throw new Refused<RedeemRefusal>(decided)
  if (card === null || shop === null) throw new Error('a redemption was allowed without a card or a shop')
  const { lines, points } = decided.value
  const documentId = newDocumentId()
  const moved = await move(trx, redeeming({ documentId, points }, card, shop), actor, now)
  if (!moved.ok) throw new Refused<string>(moved)
  const number = await newNumber(trx, shop.code, now)
  await insertRedemption(
    trx,
    {
      documentId,
      number,
      cardNumber: card.number,
      holderKey: card.holderKey,
      householdCode: card.householdCode,
      holderName: card.holderName,
      shopCode: shop.code,
      siteCode: card.siteCode,
      lines,
      points,
      transferId: moved.value.documentId,
      receipt: crypto.randomBytes(RECEIPT_BYTES).toString('hex'),
    },
    actor,
    now,
  )
  await takeGoods(trx, { lines, goods, number }, actor, now)
  await service(strapi, 'access', 'audit').record(
    {
      actor,
      action: 'redeem',
      subjectType: 'redemption',
      subjectId: documentId,
      siteCode: card.siteCode,
      detail: { number, card: card.number, shop: shop.code, points },
    },
    trx,
  )
  return documentId
}

/** 128 bits: nobody guesses a receipt. */
const RECEIPT_BYTES = 16

async function lockAll(strapi: Core.Strapi, trx: Knex.Transaction, actor: Actor, body: RedeemBody): Promise<Found> {
  const card = await lockCard(trx, body.card)
  const set = card === null ? null : await service(strapi, 'scoring', 'ruleSets').deciding(card.siteCode, trx)
  const shop = await findShop(trx, body.shop)
  const codes = body.lines.map(({ goods }) => goods)
  const goods = await lockGoods(trx, body.shop, codes)
  const facts = {
    card: card === null ? null : await standingOf(trx, actor, card),
    shop,
    goods: [...goods.values()],
    minimumRedemption: set?.minimumRedemption ?? 0,
  }
  return { card, shop, goods, facts }
}

async function standingOf(trx: Knex.Transaction, actor: Actor, card: StoredCard): Promise<RedeemingCard> {
  const { number, siteCode, householdCode, state, replacedBy } = card
  const account = await findCardAccount(trx, number)
  const visible = inScope(scopeOf(actor, 'card', 'read'), { siteCode, householdCode })
  return { number, siteCode, householdCode, state, replacedBy, balance: account?.balance ?? 0, visible }
}

async function takeGoods(
  trx: Knex.Transaction,
  { lines, goods, number }: { lines: readonly RedemptionLine[]; goods: Map<string, StoredGoods>; number: string },
  actor: Actor,
  now: Instant,
): Promise<void> {
  for (const { goods: code, quantity } of lines) {
    const taken = goods.get(code)
    if (taken === undefined) throw new Refused<RedeemRefusal>(refuse('goods_unknown', { goods: code }))
    const cause = stockCauseOf.redeem(number, code)
    await keepMovement(trx, { kind: 'redeem', change: -quantity }, { goods: taken, cause, reason: null }, actor, now)
  }
}

const DIGITS = 3

/** A receipt's number: the shop, the day, and the how many-th of the day, as `640402100207-S1-20261124-001`. */
async function newNumber(trx: Knex.Transaction, shopCode: string, now: Instant): Promise<string> {
  const day = dayOf(now).replaceAll('-', '')
  const counted = await nextValue(trx, `redemption:${shopCode}:${day}`, new Date(now))
  return `${shopCode}-${day}-${String(counted).padStart(DIGITS, '0')}`
}
