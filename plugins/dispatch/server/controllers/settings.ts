import { ok, parseBody, refuse, reply, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { WriteSettings } from '../../contracts'
import { mayKeepSettings } from '../services/settings'
import { actorOf, now, type RequestContext } from './requests'

const STATUS = { role_not_allowed: 403, invalid: 400 } as const

/** The settings over HTTP. */
export const settings = ({ strapi }: { strapi: Core.Strapi }) => {
  const kept = () => service(strapi, 'dispatch', 'settings')

  return {
    /** GET /api/dispatch/settings */
    async find(ctx: RequestContext) {
      const may = mayKeepSettings(actorOf(strapi))
      reply(ctx, may ? ok(await kept().read()) : refuse('role_not_allowed'), STATUS)
    },

    /** PUT /api/dispatch/settings: all of them at once. */
    async update(ctx: RequestContext) {
      const body = parseBody(WriteSettings.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await kept().write(actorOf(strapi), body.value, now()), STATUS)
    },
  }
}
