import { parseValue, reply, replyRefusal, refuse, ok, service, tierOf } from '@practice/kernel'
import type {} from '@practice/access/services'
import type {} from '@practice/dispatch/services'
import { factories, type Core } from '@strapi/strapi'
import { z } from 'zod'

type Context = Parameters<Core.ControllerHandler>[0]

/** The query of GET /api/service-items/effective: the code of a site, and nothing else. */
const MenuQuery = z.strictObject({ site: z.string().refine((code) => tierOf(code) !== null, 'Not a site code') })

const STATUSES = { invalid: 400, not_found: 404 } as const

/** Strapi's own reading and writing, and the menu of a site with everything inherited resolved. */
export default factories.createCoreController('api::service-item.service-item', ({ strapi }) => ({
  async effective(ctx: Context) {
    const query = parseValue(MenuQuery, ctx.query)
    if (!query.ok) return replyRefusal(ctx, query, STATUSES)
    const { site } = query.value
    const known = await siteExists(strapi, site)
    reply(
      ctx,
      known ? ok(await service(strapi, 'dispatch', 'offerings').effective(site)) : refuse('not_found'),
      STATUSES,
    )
  },
}))

/** What a site offers is public, so that this asks past every scope. */
async function siteExists(strapi: Core.Strapi, code: string): Promise<boolean> {
  const row: unknown = await strapi.db.connection('sites').where({ code }).first('id')
  return row !== undefined
}
