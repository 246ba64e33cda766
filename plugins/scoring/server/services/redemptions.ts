import { EVERYTHING, ok, refuse, scopeOf, scopeSql, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Redemption, RedeemBody } from '../../contracts'
import type { RedeemRefusal, VoidRefusal } from '../../domain'
import { readSiteNames } from '../store/directory'
import type { Page } from '../store/page'
import { listRedemptions, type RedemptionListQuery } from '../store/redemption-list'
import { findRedemption, REDEMPTION_SCOPE } from '../store/redemptions'
import { redeem } from './redeem'
import { redemptionView } from './redemption-view'
import type { MadeView } from './stock'
import { voidOne } from './void'

const visibleTo = (actor: Actor) => scopeSql(scopeOf(actor, 'redemption', 'read'), REDEMPTION_SCOPE)

/** Redemptions: goods for points, the receipt, and taking both back. */
export const redemptions = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = strapi.db.connection

  return {
    /** Redeems goods for the points of a card, at most once for a key. */
    async redeem(
      actor: Actor,
      body: RedeemBody,
      key: string,
      now: Instant,
    ): Promise<Result<MadeView<Redemption>, RedeemRefusal>> {
      const made = await redeem(strapi, { actor, body, key, now })
      if (!made.ok) return made
      // Whoever redeems sees what came of it, even where a repetition comes after the account has moved elsewhere.
      const [redemption, names] = await Promise.all([
        findRedemption(db, made.value.documentId, EVERYTHING),
        readSiteNames(strapi),
      ])
      if (redemption === null) throw new Error(`the redemption ${made.value.documentId} was kept and is gone`)
      return ok({ value: redemptionView(redemption, actor, names), fresh: made.value.fresh })
    },

    /** Gives goods and points of a redemption back, once. A refusal for its state carries the fresh view. */
    async void(actor: Actor, id: string, reason: string, now: Instant): Promise<Result<Redemption, VoidRefusal>> {
      const redemption = await findRedemption(db, id, visibleTo(actor))
      if (redemption === null) return refuse('not_found')
      const done = await voidOne(strapi, { actor, redemption, reason, now })
      const [fresh, names] = await Promise.all([
        findRedemption(db, redemption.documentId, EVERYTHING),
        readSiteNames(strapi),
      ])
      if (fresh === null) throw new Error(`the redemption ${redemption.documentId} is gone`)
      const view = redemptionView(fresh, actor, names)
      if (done.ok) return ok(view)
      return done.code === 'already_voided' ? refuse(done.code, { ...done.details, redemption: view }) : done
    },

    /** The redemptions that the actor sees, by page. */
    async list(actor: Actor, query: RedemptionListQuery): Promise<Page<Redemption>> {
      const names = await readSiteNames(strapi)
      const page = await listRedemptions(db, actor, query, [...names.keys()])
      return { rows: page.rows.map((redemption) => redemptionView(redemption, actor, names)), total: page.total }
    },

    /** One redemption, by its documentId or by what its receipt's QR code carries. */
    async detail(actor: Actor, id: string): Promise<Result<Redemption, 'not_found'>> {
      const [redemption, names] = await Promise.all([findRedemption(db, id, visibleTo(actor)), readSiteNames(strapi)])
      return redemption === null ? refuse('not_found') : ok(redemptionView(redemption, actor, names))
    },
  }
}
