import { parseBody, reply, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { MakeLink, OpenLink } from '../../contracts'
import { CARD_REFUSAL_STATUS } from '../../domain'
import { actorOf, codeOf, nowOf, type RequestContext } from './requests'

const STATUS = { ...CARD_REFUSAL_STATUS, invalid: 400 } as const

/** Links to statements over HTTP. */
export const link = ({ strapi }: { strapi: Core.Strapi }) => {
  const links = () => service(strapi, 'scoring', 'links')

  return {
    /** GET /api/scoring/cards/:number/link */
    async find(ctx: RequestContext) {
      reply(ctx, await links().find(actorOf(strapi), codeOf(ctx, 'number'), nowOf(strapi)), STATUS)
    },

    /** PUT /api/scoring/cards/:number/link: a new one. */
    async make(ctx: RequestContext) {
      const body = parseBody(MakeLink.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await links().make(actorOf(strapi), codeOf(ctx, 'number'), nowOf(strapi)), STATUS)
    },

    /** DELETE /api/scoring/cards/:number/link */
    async revoke(ctx: RequestContext) {
      reply(ctx, await links().revoke(actorOf(strapi), codeOf(ctx, 'number'), nowOf(strapi)), STATUS)
    },

    /** POST /api/scoring/statements {token}: without an account. */
    async open(ctx: RequestContext) {
      const body = parseBody(OpenLink.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const statements = service(strapi, 'scoring', 'statements')
      reply(ctx, await statements.readByLink(body.value.token, nowOf(strapi)), STATUS)
    },
  }
}
