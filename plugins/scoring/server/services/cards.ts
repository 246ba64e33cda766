import { ok, refuse, scopeOf, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Card, OpenCardsBody } from '../../contracts'
import type { CardRefusal, CardVerb, OpenCardRefusal } from '../../domain'
import { findCountedCard, findCountedCards, listCards, type CardListQuery } from '../store/card-list'
import { readSiteNames } from '../store/directory'
import { actOnCard, givePin, viewCard } from './card-act'
import { cardView, yearBegan } from './card-view'
import { openCards } from './open-cards'

/** A page of cards as the contract shows them. */
export interface CardPageView {
  cards: Card[]
  /** How many there are in all, or null when nobody asked. */
  total: number | null
}

const TOKEN = /^[0-9a-f]{32}$/

/** Cards: opening them, the verbs, and looking at them. */
export const cards = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The cards that the actor sees, by page. */
  async list(actor: Actor, query: CardListQuery, now: Instant): Promise<Result<CardPageView, 'role_not_allowed'>> {
    if (scopeOf(actor, 'card', 'read').kind === 'none') return refuse('role_not_allowed')
    const [page, names] = await Promise.all([
      listCards(strapi.db.connection, actor, query, yearBegan(now)),
      readSiteNames(strapi),
    ])
    return ok({ cards: page.cards.map((card) => cardView(card, actor, names)), total: page.total })
  },

  /** One card by its number. */
  find: (actor: Actor, number: string, now: Instant): Promise<Result<Card, 'not_found'>> =>
    viewCard(strapi, actor, number, now),

  /** The card whose QR code was scanned, as far as the actor sees it. */
  async scan(actor: Actor, token: string, now: Instant): Promise<Result<Card, 'not_found'>> {
    if (!TOKEN.test(token)) return refuse('not_found')
    const card = await findCountedCard(strapi.db.connection, actor, { token }, yearBegan(now))
    return card === null ? refuse('not_found') : ok(cardView(card, actor, await readSiteNames(strapi)))
  },

  /** Opens one card, or one for everybody of a site who lacks one: the cards that were opened. */
  async open(actor: Actor, body: OpenCardsBody, now: Instant): Promise<Result<Card[], OpenCardRefusal>> {
    const opened = await openCards(strapi, actor, body, now)
    if (!opened.ok) return opened
    const [found, names] = await Promise.all([
      findCountedCards(strapi.db.connection, actor, opened.value, yearBegan(now)),
      readSiteNames(strapi),
    ])
    return ok(found.map((card) => cardView(card, actor, names)))
  },

  /** Freezes, unfreezes, replaces or closes a card: the card, or the new one. */
  async act(
    actor: Actor,
    number: string,
    { verb, reason }: { verb: Exclude<CardVerb, 'pin'>; reason: string },
    now: Instant,
  ): Promise<Result<Card, CardRefusal>> {
    const done = await actOnCard(strapi, { actor, number, verb, reason, now })
    return done.ok ? viewCard(strapi, actor, done.value, now) : done
  },

  /** Gives a card a new PIN and says it, once. */
  async pin(actor: Actor, number: string, now: Instant): Promise<Result<{ card: Card; pin: string }, CardRefusal>> {
    const given = await givePin(strapi, { actor, number, now })
    if (!given.ok) return given
    const card = await viewCard(strapi, actor, number, now)
    return card.ok ? ok({ card: card.value, pin: given.value }) : card
  },
})
