import {
  COLUMN,
  isIdempotencyKey,
  invalid,
  parseBody,
  parseQueryList,
  reply,
  replyRefusal,
  service,
  type ListSpec,
  type Refusal,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import {
  CHANNELS,
  ESCALATIONS,
  ORDER_SORTS,
  ORDER_STATES,
  PlaceOrder,
  URGENCIES,
  VERB_BODIES,
  VERBS,
} from '../../contracts'
import { ORDER_REFUSAL_STATUS, PLACE_REFUSAL_STATUS, type Command, type Verb } from '../../domain'
import type { OrderFilter, OrderSort } from '../store/order-list'
import { actorOf, documentIdOf, now, type RequestContext } from './requests'

const STATUS = { ...ORDER_REFUSAL_STATUS, ...PLACE_REFUSAL_STATUS, invalid: 400 } as const

const ORDER_LIST: ListSpec<OrderFilter, OrderSort> = {
  filters: {
    number: COLUMN.text(),
    state: COLUMN.choice(ORDER_STATES),
    serviceItem: COLUMN.code(),
    site: COLUMN.code(),
    team: COLUMN.code(),
    urgency: COLUMN.choice(URGENCIES),
    channel: COLUMN.choice(CHANNELS),
    overdue: COLUMN.flag(),
    escalation: COLUMN.choice(ESCALATIONS),
    createdAt: COLUMN.instant(),
    dispatchBy: COLUMN.instant(),
    acceptBy: COLUMN.instant(),
    resolveBy: COLUMN.instant(),
    rateBy: COLUMN.instant(),
    deadline: COLUMN.instant(),
  },
  sorts: ORDER_SORTS,
  // Without a wish, as the desk's queue has them.
  sort: [],
}

/** Orders over HTTP. */
export const order = ({ strapi }: { strapi: Core.Strapi }) => {
  const orders = () => service(strapi, 'dispatch', 'orders')

  return {
    /** GET /api/dispatch/orders */
    async find(ctx: RequestContext) {
      const query = parseQueryList(ORDER_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const { orders: found, total } = await orders().list(actorOf(strapi), query.value, now())
      const { page, pageSize } = query.value
      const counted = total === null ? {} : { pageCount: Math.ceil(total / pageSize), total }
      // As text: Koa would put an object into words twice, once to measure it.
      ctx.type = 'application/json'
      ctx.body = JSON.stringify({ data: found, meta: { pagination: { page, pageSize, ...counted } } })
    },

    /** GET /api/dispatch/orders/:documentId */
    async findOne(ctx: RequestContext) {
      reply(ctx, await orders().detail(actorOf(strapi), documentIdOf(ctx), now()), STATUS)
    },

    /** POST /api/dispatch/orders: 201 for a new order, 200 for the one that the same key made before. */
    async place(ctx: RequestContext) {
      const body = parseBody(PlaceOrder.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const header = ctx.request.headers['idempotency-key'] ?? null
      if (header !== null && !isIdempotencyKey(header)) return replyRefusal(ctx, badKey(), STATUS)
      const placed = await orders().place(actorOf(strapi), { body: body.value, key: header }, now())
      if (!placed.ok) return replyRefusal(ctx, placed, STATUS)
      ctx.status = placed.value.fresh ? 201 : 200
      ctx.body = { data: placed.value.order, meta: {} }
    },

    /** POST /api/dispatch/orders/:documentId/<verb> */
    async act(ctx: RequestContext) {
      const verb = VERBS.find((known) => known === ctx.params['verb'])
      if (verb === undefined) return replyRefusal(ctx, { ok: false, code: 'not_found', details: {} }, STATUS)
      const body = parseBody(VERB_BODIES[verb], ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await orders().act(actorOf(strapi), documentIdOf(ctx), commandOf(verb, body.value), now()), STATUS)
    },

    /** GET /api/dispatch/orders/:documentId/suggestions */
    async suggestions(ctx: RequestContext) {
      const matching = service(strapi, 'dispatch', 'matching')
      reply(ctx, await matching.suggestions(actorOf(strapi), documentIdOf(ctx), now()), STATUS)
    },
  }
}

function badKey(): Refusal<'invalid'> {
  const message = 'Between 8 and 128 visible ASCII characters'
  return invalid([{ path: ['Idempotency-Key'], message, code: 'invalid_key' }])
}

/** The body's version apart from what the verb takes. The schema of each verb gives just what its command holds. */
function commandOf(verb: Verb, { version, ...input }: { version: number }): Command {
  return { verb, version, input } as Command
}
