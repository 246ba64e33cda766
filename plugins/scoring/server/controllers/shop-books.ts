import { COLUMN, parseBody, parseQueryList, reply, replyRefusal, service, type ListSpec } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { MOVEMENT_KINDS, MoveStock, Settle, TakeStock } from '../../contracts'
import { SHOP_REFUSAL_STATUS } from '../../domain'
import type { MovementFilter, MovementSort } from '../store/movements'
import type { SettlementFilter, SettlementSort } from '../store/settlements'
import type { StocktakeFilter, StocktakeSort } from '../store/stocktakes'
import { actorOf, codeOf, keyOf, nowOf, replyMade, replyPage, type RequestContext } from './requests'

const STATUS = { ...SHOP_REFUSAL_STATUS, invalid: 400 } as const

const MOVEMENT_LIST: ListSpec<MovementFilter, MovementSort> = {
  filters: { goods: COLUMN.code(), kind: COLUMN.choice(MOVEMENT_KINDS), at: COLUMN.instant() },
  sorts: ['at'],
  sort: [{ column: 'at', direction: 'desc' }],
}

const STOCKTAKE_LIST: ListSpec<StocktakeFilter, StocktakeSort> = {
  filters: { number: COLUMN.text(), at: COLUMN.instant() },
  sorts: ['at'],
  sort: [{ column: 'at', direction: 'desc' }],
}

const SETTLEMENT_LIST: ListSpec<SettlementFilter, SettlementSort> = {
  filters: { day: COLUMN.code(), at: COLUMN.instant() },
  sorts: ['day'],
  sort: [{ column: 'day', direction: 'desc' }],
}

/** What happens in a shop over HTTP: its stock's movements, its stocktakes, its settlements. */
export function shopBooks(strapi: Core.Strapi) {
  const stock = () => service(strapi, 'scoring', 'stock')
  const settlements = () => service(strapi, 'scoring', 'settlements')

  return {
    /** POST /api/scoring/shops/:code/stock: 201, or 200 for what the same key moved before. */
    async stock(ctx: RequestContext) {
      const [body, key] = [parseBody(MoveStock.body, ctx.request.body), keyOf(ctx)]
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      if (!key.ok) return replyRefusal(ctx, key, STATUS)
      const asked = { actor: actorOf(strapi), shop: codeOf(ctx, 'code'), key: key.value, now: nowOf(strapi) }
      const made = await stock().move({ ...asked, body: body.value })
      if (!made.ok) return replyRefusal(ctx, made, STATUS)
      replyMade(ctx, made.value)
    },

    /** POST /api/scoring/shops/:code/stocktake: 201, or 200 for what the same key counted before. */
    async stocktake(ctx: RequestContext) {
      const [body, key] = [parseBody(TakeStock.body, ctx.request.body), keyOf(ctx)]
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      if (!key.ok) return replyRefusal(ctx, key, STATUS)
      const asked = { actor: actorOf(strapi), shop: codeOf(ctx, 'code'), key: key.value, now: nowOf(strapi) }
      const made = await stock().take({ ...asked, body: body.value })
      if (!made.ok) return replyRefusal(ctx, made, STATUS)
      replyMade(ctx, made.value)
    },

    /** GET /api/scoring/shops/:code/movements */
    async movements(ctx: RequestContext) {
      const query = parseQueryList(MOVEMENT_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const found = await stock().movements(actorOf(strapi), codeOf(ctx, 'code'), query.value)
      if (!found.ok) return replyRefusal(ctx, found, STATUS)
      replyPage(ctx, found.value.rows, found.value.total, query.value)
    },

    /** GET /api/scoring/shops/:code/stocktakes */
    async stocktakes(ctx: RequestContext) {
      const query = parseQueryList(STOCKTAKE_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const found = await stock().stocktakes(actorOf(strapi), codeOf(ctx, 'code'), query.value)
      if (!found.ok) return replyRefusal(ctx, found, STATUS)
      replyPage(ctx, found.value.rows, found.value.total, query.value)
    },

    /** POST /api/scoring/shops/:code/settle */
    async settle(ctx: RequestContext) {
      const body = parseBody(Settle.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const { day } = body.value
      const settled = await settlements().settle(actorOf(strapi), codeOf(ctx, 'code'), day, nowOf(strapi))
      reply(ctx, settled, STATUS, { status: 201 })
    },

    /** GET /api/scoring/shops/:code/settlements */
    async settlements(ctx: RequestContext) {
      const query = parseQueryList(SETTLEMENT_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const found = await settlements().list(actorOf(strapi), codeOf(ctx, 'code'), query.value)
      if (!found.ok) return replyRefusal(ctx, found, STATUS)
      replyPage(ctx, found.value.rows, found.value.total, query.value)
    },
  }
}
