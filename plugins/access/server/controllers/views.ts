import { parseBody, parseValue, reply, replyRefusal, service, SYSTEM_CLOCK } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { ListViews } from '../../contracts'

const STATUSES = { invalid: 400, role_not_allowed: 403 } as const

/** How one looks at one's lists: /api/access/views. */
export const views = ({ strapi }: { strapi: Core.Strapi }) => {
  const actor = () => service(strapi, 'access', 'actors').current()
  const kept = () => service(strapi, 'access', 'listViews')
  return {
    /** GET /api/access/views?list= */
    async find(ctx: Context): Promise<void> {
      const query = parseValue(ListViews.query, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUSES)
      reply(ctx, await kept().find(actor(), query.value.list), STATUSES)
    },
    /** PUT /api/access/views */
    async keep(ctx: Context): Promise<void> {
      const body = parseBody(ListViews.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUSES)
      reply(ctx, await kept().keep(actor(), body.value, SYSTEM_CLOCK.now()), STATUSES)
    },
  }
}
