import {
  COLUMN,
  parseBody,
  parseQueryList,
  refuse,
  reply,
  replyRefusal,
  service,
  type ListSpec,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { OBJECTION_BODIES, OBJECTION_SORTS, OBJECTION_STATES, OBJECTION_VERBS } from '../../contracts'
import { RECORD_REFUSAL_STATUS } from '../../domain'
import type { ObjectionFilter, ObjectionSort } from '../store/objection-list'
import { actorOf, documentIdOf, nowOf, replyPage, type RequestContext } from './requests'

const STATUS = { ...RECORD_REFUSAL_STATUS, invalid: 400 } as const

const OBJECTION_LIST: ListSpec<ObjectionFilter, ObjectionSort> = {
  filters: { state: COLUMN.choice(OBJECTION_STATES), site: COLUMN.code(), filedAt: COLUMN.instant() },
  sorts: OBJECTION_SORTS,
  sort: [{ column: 'filedAt', direction: 'desc' }],
}

/** Objections over HTTP. */
export const objection = ({ strapi }: { strapi: Core.Strapi }) => {
  const objections = () => service(strapi, 'scoring', 'objections')

  return {
    /** GET /api/scoring/objections */
    async find(ctx: RequestContext) {
      const query = parseQueryList(OBJECTION_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const page = await objections().list(actorOf(strapi), query.value, nowOf(strapi))
      replyPage(ctx, page.objections, page.total, query.value)
    },

    /** POST /api/scoring/objections/:documentId/<verb> */
    async act(ctx: RequestContext) {
      const verb = OBJECTION_VERBS.find((known) => known === ctx.params['verb'])
      if (verb === undefined) return replyRefusal(ctx, refuse('not_found'), STATUS)
      const body = parseBody(OBJECTION_BODIES[verb], ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const command = { verb, reason: body.value.reason }
      reply(ctx, await objections().decide(actorOf(strapi), documentIdOf(ctx), command, nowOf(strapi)), STATUS)
    },
  }
}
