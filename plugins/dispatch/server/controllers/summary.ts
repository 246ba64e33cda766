import { parseValue, reply, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { SummaryQuery } from '../../contracts'
import { actorOf, type RequestContext } from './requests'

const STATUS = { role_not_allowed: 403, site_unknown: 422, site_not_yours: 403, invalid: 400 } as const

/** Figures over HTTP. */
export const summary = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/dispatch/summary?site= */
  async find(ctx: RequestContext) {
    const query = parseValue(SummaryQuery, ctx.query)
    if (!query.ok) return replyRefusal(ctx, query, STATUS)
    reply(ctx, await service(strapi, 'dispatch', 'summary').read(actorOf(strapi), query.value.site), STATUS)
  },

  /** GET /api/dispatch/loads?site= */
  async loads(ctx: RequestContext) {
    const query = parseValue(SummaryQuery, ctx.query)
    if (!query.ok) return replyRefusal(ctx, query, STATUS)
    reply(ctx, await service(strapi, 'dispatch', 'summary').loads(actorOf(strapi), query.value.site), STATUS)
  },
})
