import { parseBody, parseQueryList, parseValue, reply, replyRefusal, service, type ListSpec } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { CloseNotice, NoticeQuery, ObjectByCard } from '../../contracts'
import { CLOSE_REFUSAL_STATUS, RECORD_REFUSAL_STATUS, STATEMENT_REFUSAL_STATUS } from '../../domain'
import { actorOf, documentIdOf, nowOf, replyPage, sayWhen, type RequestContext } from './requests'

const STATUS = { ...CLOSE_REFUSAL_STATUS, ...RECORD_REFUSAL_STATUS, ...STATEMENT_REFUSAL_STATUS, invalid: 400 } as const

/** Only its pages can be chosen. */
const PAGES: ListSpec<never, never> = { filters: {}, sorts: [], sort: [] }

/** Public notices over HTTP. */
export const notice = ({ strapi }: { strapi: Core.Strapi }) => {
  const notices = () => service(strapi, 'scoring', 'notices')

  return {
    /** GET /api/scoring/notices?site= */
    async find(ctx: RequestContext) {
      const query = parseValue(NoticeQuery, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const { site, pagination } = query.value
      const pages = parseQueryList(PAGES, pagination === undefined ? {} : { pagination })
      if (!pages.ok) return replyRefusal(ctx, pages, STATUS)
      const found = await notices().list(actorOf(strapi), site, pages.value, nowOf(strapi))
      if (!found.ok) return replyRefusal(ctx, found, STATUS)
      replyPage(ctx, found.value.lines, found.value.total, pages.value, found.value.meta)
    },

    /** POST /api/scoring/notices/:documentId/objections {card, pin, reason}: without an account. */
    async object(ctx: RequestContext) {
      const body = parseBody(ObjectByCard.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const objections = service(strapi, 'scoring', 'objections')
      const filed = await objections.fileByCard(documentIdOf(ctx), body.value, nowOf(strapi))
      sayWhen(ctx, filed)
      reply(ctx, filed, STATUS, { status: 201 })
    },

    /** POST /api/scoring/notices/close {site} */
    async close(ctx: RequestContext) {
      const body = parseBody(CloseNotice.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await notices().close(actorOf(strapi), body.value.site, nowOf(strapi)), STATUS)
    },
  }
}
