import { COLUMN, parseBody, parseQueryList, reply, replyRefusal, service, type ListSpec } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { Redeem, REDEMPTION_SORTS, REDEMPTION_STATES, VoidRedemption } from '../../contracts'
import { REDEEM_REFUSAL_STATUS, VOID_REFUSAL_STATUS } from '../../domain'
import type { RedemptionFilter, RedemptionSort } from '../store/redemption-list'
import { actorOf, documentIdOf, nowOf, replyMade, replyPage, requiredKeyOf, type RequestContext } from './requests'

const REDEEM_STATUS = { ...REDEEM_REFUSAL_STATUS, invalid: 400 } as const
const VOID_STATUS = { ...VOID_REFUSAL_STATUS, invalid: 400 } as const

const REDEMPTION_LIST: ListSpec<RedemptionFilter, RedemptionSort> = {
  filters: {
    number: COLUMN.code(),
    state: COLUMN.choice(REDEMPTION_STATES),
    card: COLUMN.code(),
    shop: COLUMN.code(),
    site: COLUMN.code(),
    at: COLUMN.instant(),
  },
  sorts: REDEMPTION_SORTS,
  sort: [{ column: 'at', direction: 'desc' }],
}

/** Redemptions over HTTP. */
export const redemption = ({ strapi }: { strapi: Core.Strapi }) => {
  const redemptions = () => service(strapi, 'scoring', 'redemptions')

  return {
    /** GET /api/scoring/redemptions */
    async find(ctx: RequestContext) {
      const query = parseQueryList(REDEMPTION_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, VOID_STATUS)
      const { rows, total } = await redemptions().list(actorOf(strapi), query.value)
      replyPage(ctx, rows, total, query.value)
    },

    /** POST /api/scoring/redemptions, with a key: 201, or 200 for what the same key redeemed before. */
    async create(ctx: RequestContext) {
      const [body, key] = [parseBody(Redeem.body, ctx.request.body), requiredKeyOf(ctx)]
      if (!body.ok) return replyRefusal(ctx, body, REDEEM_STATUS)
      if (!key.ok) return replyRefusal(ctx, key, REDEEM_STATUS)
      const made = await redemptions().redeem(actorOf(strapi), body.value, key.value, nowOf(strapi))
      if (!made.ok) return replyRefusal(ctx, made, REDEEM_STATUS)
      replyMade(ctx, made.value)
    },

    /** GET /api/scoring/redemptions/:documentId, which may be what a receipt's QR code carries as well. */
    async findOne(ctx: RequestContext) {
      reply(ctx, await redemptions().detail(actorOf(strapi), documentIdOf(ctx)), VOID_STATUS)
    },

    /** POST /api/scoring/redemptions/:documentId/void */
    async void(ctx: RequestContext) {
      const body = parseBody(VoidRedemption.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, VOID_STATUS)
      const { reason } = body.value
      reply(ctx, await redemptions().void(actorOf(strapi), documentIdOf(ctx), reason, nowOf(strapi)), VOID_STATUS)
    },
  }
}
