import { parseBody, reply, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { Reveal } from '../../contracts'

const STATUSES = {
  invalid: 400,
  role_not_allowed: 403,
  not_found: 404,
  wrong_state: 409,
} as const

/** GET /api/access/me, GET /api/access/audit, POST /api/access/reveal. */
export const access = ({ strapi }: { strapi: Core.Strapi }) => {
  const actor = () => service(strapi, 'access', 'actors').current()
  const people = () => service(strapi, 'access', 'people')
  return {
    async me(ctx: Context): Promise<void> {
      reply(ctx, await people().me(actor()), STATUSES)
    },
    async audit(ctx: Context): Promise<void> {
      const page = await people().audit(actor(), ctx.query)
      if (!page.ok) return replyRefusal(ctx, page, STATUSES)
      ctx.body = { data: page.value.items, meta: { pagination: page.value.pagination } }
    },
    async reveal(ctx: Context): Promise<void> {
      const body = parseBody(Reveal.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUSES)
      reply(ctx, await people().reveal(actor(), body.value), STATUSES)
    },
  }
}
