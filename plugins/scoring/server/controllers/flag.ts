import { COLUMN, parseBody, parseQueryList, reply, replyRefusal, service, type ListSpec } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { FLAG_KINDS, FLAG_SORTS, FLAG_STATES, SettleFlag } from '../../contracts'
import { FLAG_REFUSAL_STATUS } from '../../domain'
import type { FlagFilter, FlagSort } from '../store/flags'
import { actorOf, documentIdOf, nowOf, replyPage, type RequestContext } from './requests'

const STATUS = { ...FLAG_REFUSAL_STATUS, invalid: 400 } as const

const FLAG_LIST: ListSpec<FlagFilter, FlagSort> = {
  filters: {
    state: COLUMN.choice(FLAG_STATES),
    kind: COLUMN.choice(FLAG_KINDS),
    site: COLUMN.code(),
    subject: COLUMN.text(),
    raisedAt: COLUMN.instant(),
  },
  sorts: FLAG_SORTS,
  sort: [{ column: 'raisedAt', direction: 'desc' }],
}

/** Flags over HTTP. */
export const flag = ({ strapi }: { strapi: Core.Strapi }) => {
  const flags = () => service(strapi, 'scoring', 'flags')

  return {
    /** GET /api/scoring/flags */
    async find(ctx: RequestContext) {
      const query = parseQueryList(FLAG_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const page = await flags().list(actorOf(strapi), query.value)
      replyPage(ctx, page.flags, page.total, query.value)
    },

    /** POST /api/scoring/flags/:documentId/settle {note} */
    async settle(ctx: RequestContext) {
      const body = parseBody(SettleFlag.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await flags().settle(actorOf(strapi), documentIdOf(ctx), body.value.note, nowOf(strapi)), STATUS)
    },
  }
}
