import { parseBody, parseValue, reply, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { SiteQuery, WriteRuleSet } from '../../contracts'
import { RULE_SET_REFUSAL_STATUS } from '../../domain'
import { actorOf, codeOf, nowOf, type RequestContext } from './requests'

const STATUS = { ...RULE_SET_REFUSAL_STATUS, not_found: 404, no_rule_set: 404, invalid: 400 } as const

/** Sets of rules over HTTP. */
export const ruleSet = ({ strapi }: { strapi: Core.Strapi }) => {
  const sets = () => service(strapi, 'scoring', 'ruleSets')

  return {
    /** GET /api/scoring/rule-sets?site= */
    async find(ctx: RequestContext) {
      const query = parseValue(SiteQuery, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      reply(ctx, await sets().read(actorOf(strapi), query.value.site), STATUS)
    },

    /** GET /api/scoring/rule-sets/:site/history */
    async history(ctx: RequestContext) {
      reply(ctx, await sets().history(actorOf(strapi), codeOf(ctx, 'site')), STATUS)
    },

    /** PUT /api/scoring/rule-sets/:site */
    async write(ctx: RequestContext) {
      const body = parseBody(WriteRuleSet.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await sets().write(actorOf(strapi), codeOf(ctx, 'site'), body.value, nowOf(strapi)), STATUS)
    },
  }
}
