import { parseBody, reply, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { ApplyPlan, MakePlan } from '../../contracts'
import { actorOf, now, type RequestContext } from './requests'

const STATUS = {
  role_not_allowed: 403,
  site_unknown: 422,
  site_not_yours: 403,
  order_unknown: 422,
  invalid: 400,
} as const

/** Plans over HTTP. */
export const plan = ({ strapi }: { strapi: Core.Strapi }) => {
  const plans = () => service(strapi, 'dispatch', 'plans')

  return {
    /** POST /api/dispatch/plans */
    async make(ctx: RequestContext) {
      const body = parseBody(MakePlan.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await plans().make(actorOf(strapi), body.value, now()), STATUS)
    },

    /** POST /api/dispatch/plans/apply: a result per line. */
    async apply(ctx: RequestContext) {
      const body = parseBody(ApplyPlan.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await plans().apply(actorOf(strapi), body.value.assignments, now()), STATUS)
    },
  }
}
