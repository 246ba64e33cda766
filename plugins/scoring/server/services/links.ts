import { createHash, randomBytes } from 'node:crypto'
import {
  inTransaction,
  isoOf,
  ok,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { MadeLink, StatementLink } from '../../contracts'
import { admitsLink, type CardRefusal } from '../../domain'
import { findCountedCard, type CountedCard } from '../store/card-list'
import { changeLink, findLinkedAt } from '../store/cards'
import { yearBegan } from './card-view'

/** Nobody guesses so many; so there is nothing to count and to lock. */
const TOKEN_BYTES = 32

/** What is kept of a link. */
export function hashOfLink(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

interface Asked {
  actor: Actor
  number: string
  now: Instant
}

/** Links that open a card's statement without an account: one per card, as long as nobody takes it back. */
export const links = ({ strapi }: { strapi: Core.Strapi }) => {
  async function admitted({ actor, number, now }: Asked): Promise<Result<CountedCard, CardRefusal>> {
    const card = await findCountedCard(strapi.db.connection, actor, { number }, yearBegan(now))
    if (card === null) return refuse('not_found')
    const may = admitsLink(card, actor)
    return may.ok ? ok(card) : may
  }

  async function change(
    { actor, now }: Asked,
    card: CountedCard,
    action: 'make-link' | 'revoke-link',
    hash: string | null,
  ): Promise<Result<null, CardRefusal>> {
    const { documentId, number, siteCode } = card
    return inTransaction<null, CardRefusal>(strapi, async (trx) => {
      const link = hash === null ? null : { hash, at: now }
      if (!(await changeLink(trx, number, link, now))) throw new Refused<CardRefusal>(refuse('changed_meanwhile'))
      await service(strapi, 'access', 'audit').record(
        { actor, action, subjectType: 'card', subjectId: documentId, siteCode, detail: { number } },
        trx,
      )
      return null
    })
  }

  return {
    /** Whether one is given out. */
    async find(actor: Actor, number: string, now: Instant): Promise<Result<StatementLink, CardRefusal>> {
      const card = await admitted({ actor, number, now })
      if (!card.ok) return card
      return ok({ madeAt: isoOf(await findLinkedAt(strapi.db.connection, number)) })
    },

    /** Makes one, which is said this once; the one before it is worth nothing any more. */
    async make(actor: Actor, number: string, now: Instant): Promise<Result<MadeLink, CardRefusal>> {
      const asked = { actor, number, now }
      const card = await admitted(asked)
      if (!card.ok) return card
      const token = randomBytes(TOKEN_BYTES).toString('hex')
      const changed = await change(asked, card.value, 'make-link', hashOfLink(token))
      return changed.ok ? ok({ token, madeAt: new Date(now).toISOString() }) : changed
    },

    /** Takes it back. */
    async revoke(actor: Actor, number: string, now: Instant): Promise<Result<StatementLink, CardRefusal>> {
      const asked = { actor, number, now }
      const card = await admitted(asked)
      if (!card.ok) return card
      const changed = await change(asked, card.value, 'revoke-link', null)
      return changed.ok ? ok({ madeAt: null }) : changed
    },
  }
}
