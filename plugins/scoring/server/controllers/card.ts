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
import { CARD_BODIES, CARD_SORTS, CARD_STATES, CARD_VERBS, OpenCards, OpenStatement } from '../../contracts'
import { CARD_REFUSAL_STATUS, OPEN_CARD_REFUSAL_STATUS, STATEMENT_REFUSAL_STATUS } from '../../domain'
import type { CardFilter, CardSort } from '../store/card-list'
import { actorOf, codeOf, nowOf, replyPage, sayWhen, type RequestContext } from './requests'

const STATUS = {
  ...OPEN_CARD_REFUSAL_STATUS,
  ...CARD_REFUSAL_STATUS,
  ...STATEMENT_REFUSAL_STATUS,
  invalid: 400,
} as const

const CARD_LIST: ListSpec<CardFilter, CardSort> = {
  filters: {
    number: COLUMN.code(),
    site: COLUMN.code(),
    household: COLUMN.code(),
    holder: COLUMN.text(),
    initials: COLUMN.code(),
    state: COLUMN.choice(CARD_STATES),
    balance: COLUMN.integer(),
  },
  sorts: CARD_SORTS,
  sort: [{ column: 'number', direction: 'asc' }],
}

/** A statement has one order and no filters: the latest first. */
const STATEMENT: ListSpec<never, never> = { filters: {}, sorts: [], sort: [] }

/** Cards and their statements over HTTP. */
export const card = ({ strapi }: { strapi: Core.Strapi }) => {
  const cards = () => service(strapi, 'scoring', 'cards')
  const statements = () => service(strapi, 'scoring', 'statements')

  return {
    /** GET /api/scoring/cards */
    async find(ctx: RequestContext) {
      const query = parseQueryList(CARD_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const page = await cards().list(actorOf(strapi), query.value, nowOf(strapi))
      if (!page.ok) return replyRefusal(ctx, page, STATUS)
      replyPage(ctx, page.value.cards, page.value.total, query.value)
    },

    /** POST /api/scoring/cards: 201 and the cards that were opened. */
    async open(ctx: RequestContext) {
      const body = parseBody(OpenCards.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await cards().open(actorOf(strapi), body.value, nowOf(strapi)), STATUS, { status: 201 })
    },

    /** GET /api/scoring/cards/scan/:token */
    async scan(ctx: RequestContext) {
      reply(ctx, await cards().scan(actorOf(strapi), codeOf(ctx, 'token'), nowOf(strapi)), STATUS)
    },

    /** GET /api/scoring/cards/:number */
    async findOne(ctx: RequestContext) {
      reply(ctx, await cards().find(actorOf(strapi), codeOf(ctx, 'number'), nowOf(strapi)), STATUS)
    },

    /** GET /api/scoring/cards/:number/statement */
    async statement(ctx: RequestContext) {
      const query = parseQueryList(STATEMENT, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const page = await statements().read(actorOf(strapi), codeOf(ctx, 'number'), query.value, nowOf(strapi))
      if (!page.ok) return replyRefusal(ctx, page, STATUS)
      const { entries, total, meta } = page.value
      replyPage(ctx, entries, query.value.withCount ? total : null, query.value, { ...meta })
    },

    /** POST /api/scoring/cards/:number/statement {pin}: without an account. */
    async publicStatement(ctx: RequestContext) {
      const body = parseBody(OpenStatement.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const statement = await statements().readByPin(codeOf(ctx, 'number'), body.value.pin, nowOf(strapi))
      sayWhen(ctx, statement)
      reply(ctx, statement, STATUS)
    },

    /** POST /api/scoring/cards/:number/<verb> */
    async act(ctx: RequestContext) {
      const verb = CARD_VERBS.find((known) => known === ctx.params['verb'])
      if (verb === undefined) return replyRefusal(ctx, refuse('not_found'), STATUS)
      const number = codeOf(ctx, 'number')
      if (verb === 'pin') {
        const body = parseBody(CARD_BODIES.pin, ctx.request.body)
        if (!body.ok) return replyRefusal(ctx, body, STATUS)
        return reply(ctx, await cards().pin(actorOf(strapi), number, nowOf(strapi)), STATUS)
      }
      const body = parseBody(CARD_BODIES[verb], ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const { reason } = body.value
      reply(ctx, await cards().act(actorOf(strapi), number, { verb, reason }, nowOf(strapi)), STATUS)
    },
  }
}
