import { QuietQuery } from '@practice/access/contracts'
import type {} from '@practice/access/services'
import { parseValue, reply, replyRefusal, service, SYSTEM_CLOCK } from '@practice/kernel'
import { factories, type Core } from '@strapi/strapi'
import { quietVillagesOf } from '../services/quiet'

type Context = Parameters<Core.ControllerHandler>[0]

const STATUS = { role_not_allowed: 403, site_unknown: 422, site_not_yours: 403, invalid: 400 } as const

/** Strapi's own reading and writing, and the villages of which nothing was heard (contracts/home). */
export default factories.createCoreController('api::site.site', ({ strapi }) => ({
  /** GET /api/sites/quiet?site=&days= */
  async quiet(ctx: Context) {
    const query = parseValue(QuietQuery, ctx.query)
    if (!query.ok) return replyRefusal(ctx, query, STATUS)
    const actor = service(strapi, 'access', 'actors').current()
    reply(ctx, await quietVillagesOf(strapi).read(actor, query.value, SYSTEM_CLOCK.now()), STATUS)
  },
}))
