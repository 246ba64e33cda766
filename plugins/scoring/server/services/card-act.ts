import {
  inTransaction,
  nameOf,
  ok,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Refusal,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { admitsCard, decideCard, replacing, type CardChanges, type CardRefusal, type CardVerb } from '../../domain'
import { lockCardAccount } from '../store/accounts'
import { findCountedCard, type CountedCard } from '../store/card-list'
import { lockCard } from '../store/card-lock'
import { changeCard, changePin, type StoredCard } from '../store/cards'
import { readSiteNames } from '../store/directory'
import { cardView, yearBegan } from './card-view'
import { move } from './move'
import { addCard, drawNumber } from './open-cards'
import { hashPin, newPin } from './pins'

/** A verb on a card that somebody asks for. */
export interface CardAct {
  actor: Actor
  number: string
  verb: CardVerb
  reason: string | null
  now: Instant
}

/** Does a verb to a card: the number of the card that it led to, the new one's when it was replaced. */
export async function actOnCard(strapi: Core.Strapi, act: CardAct): Promise<Result<string, CardRefusal>> {
  const { actor, number, verb, now } = act
  const seen = await findCountedCard(strapi.db.connection, actor, { number }, yearBegan(now))
  if (seen === null) return refuse('not_found')
  const admitted = admitsCard(seen, verb, actor)
  if (!admitted.ok) return withFreshCard(strapi, act, admitted)
  const done = await inTransaction<string, CardRefusal>(strapi, (trx) => commit(strapi, trx, act, seen))
  return done.ok ? done : withFreshCard(strapi, act, done)
}

/** Whoever draws a number for a card of the site holds the counter before any card: all wait in that order. */
async function commit(strapi: Core.Strapi, trx: Knex.Transaction, act: CardAct, seen: CountedCard): Promise<string> {
  const { actor, number, verb, reason, now } = act
  const successor = verb === 'replace' ? await drawNumber(trx, seen.siteCode, now) : null
  const card = await held(trx, number)
  // What a card has is asked only where it matters; the account, too, stays as it is until the transaction ends.
  const account = verb === 'replace' || verb === 'close' ? await lockCardAccount(trx, number) : null
  const left = { balance: account?.balance ?? 0, underWay: seen.onNotice + seen.held }
  const decision = decideCard({ card, verb, reason, actor, now, left, successor })
  if (!decision.ok) throw new Refused<CardRefusal>(decision)
  await change(trx, card, decision.value, now)
  if (successor !== null) await handOver(trx, { card, successor, balance: left.balance, act })
  await note(strapi, trx, act, card, successor === null ? {} : { successor, points: left.balance })
  return successor ?? number
}

async function held(trx: Knex.Transaction, number: string): Promise<StoredCard> {
  const card = await lockCard(trx, number)
  if (card === null) throw new Error(`the card ${number} was seen and is gone`)
  return card
}

async function change(trx: Knex.Transaction, card: StoredCard, changes: CardChanges, now: Instant): Promise<void> {
  if (!(await changeCard(trx, card, changes, now))) throw new Refused<CardRefusal>(refuse('changed_meanwhile'))
}

/** Opens the card that stands for a lost one from now on, and gives it what that has. */
async function handOver(
  trx: Knex.Transaction,
  { card, successor, balance, act }: { card: StoredCard; successor: string; balance: number; act: CardAct },
): Promise<void> {
  const { siteCode, holder, householdCode, member, holderKey, holderName, initials } = card
  const { actor, now } = act
  const person = { holder, householdCode, member, holderKey, holderName, initials }
  const opened = await addCard(trx, { ...person, number: successor, siteCode, openedAt: now, openedBy: nameOf(actor) })
  if (!opened) throw new Refused<CardRefusal>(refuse('changed_meanwhile'))
  const transfer = replacing(card, { number: successor, siteCode }, balance, act.reason ?? '')
  if (transfer === null) return
  const moved = await move(trx, transfer, actor, now)
  if (!moved.ok) throw new Error(`the points of card ${card.number} were held and did not move: ${moved.code}`)
}

/** Gives a card a new PIN, which is shown this once: the PIN. */
export async function givePin(
  strapi: Core.Strapi,
  asked: Pick<CardAct, 'actor' | 'number' | 'now'>,
): Promise<Result<string, CardRefusal>> {
  const act: CardAct = { ...asked, verb: 'pin', reason: null }
  const { actor, number, now } = act
  const seen = await findCountedCard(strapi.db.connection, actor, { number }, yearBegan(now))
  if (seen === null) return refuse('not_found')
  const pin = newPin()
  const hash = await hashPin(pin)
  const done = await inTransaction<string, CardRefusal>(strapi, async (trx) => {
    const card = await held(trx, number)
    const admitted = admitsCard(card, 'pin', actor)
    if (!admitted.ok) throw new Refused<CardRefusal>(admitted)
    if (!(await changePin(trx, card, hash, now))) throw new Refused<CardRefusal>(refuse('changed_meanwhile'))
    await note(strapi, trx, act, card, {})
    return pin
  })
  return done.ok ? done : withFreshCard(strapi, act, done)
}

async function note(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { actor, verb, reason }: CardAct,
  { documentId, number, siteCode }: StoredCard,
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  const detail = { number, ...(reason === null ? {} : { reason }), ...more }
  await service(strapi, 'access', 'audit').record(
    { actor, action: verb, subjectType: 'card', subjectId: documentId, siteCode, detail },
    trx,
  )
}

/** Whoever lost is shown how the card stands now. */
async function withFreshCard(
  strapi: Core.Strapi,
  { actor, number, now }: CardAct,
  refusal: Refusal<CardRefusal>,
): Promise<Refusal<CardRefusal>> {
  if (refusal.code !== 'wrong_state' && refusal.code !== 'changed_meanwhile') return refusal
  const card = await viewCard(strapi, actor, number, now)
  return card.ok ? refuse(refusal.code, { ...refusal.details, card: card.value }) : refusal
}

/** A card as an actor sees it now. */
export async function viewCard(strapi: Core.Strapi, actor: Actor, number: string, now: Instant) {
  const card = await findCountedCard(strapi.db.connection, actor, { number }, yearBegan(now))
  return card === null ? refuse('not_found') : ok(cardView(card, actor, await readSiteNames(strapi)))
}
