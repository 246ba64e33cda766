import { parseValue, reply, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { PointsSummaryQuery } from '../../contracts'
import { actorOf, nowOf, type RequestContext } from './requests'

const STATUS = { role_not_allowed: 403, site_unknown: 422, site_not_yours: 403, invalid: 400 } as const

/** Figures of points over HTTP. */
export const summary = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/scoring/summary?site=&months= */
  async find(ctx: RequestContext) {
    const query = parseValue(PointsSummaryQuery, ctx.query)
    if (!query.ok) return replyRefusal(ctx, query, STATUS)
    reply(ctx, await service(strapi, 'scoring', 'summary').read(actorOf(strapi), query.value, nowOf(strapi)), STATUS)
  },
})
