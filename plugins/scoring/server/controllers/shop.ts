import { COLUMN, parseBody, parseQueryList, reply, replyRefusal, service, type ListSpec } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { CreateGoods, CreateShop, UpdateGoods, UpdateShop } from '../../contracts'
import { SHOP_REFUSAL_STATUS } from '../../domain'
import type { GoodsFilter, GoodsSort } from '../store/goods'
import type { ShopFilter, ShopSort } from '../store/shops'
import { actorOf, codeOf, nowOf, replyPage, type RequestContext } from './requests'
import { shopBooks } from './shop-books'

const STATUS = { ...SHOP_REFUSAL_STATUS, invalid: 400 } as const

const SHOP_LIST: ListSpec<ShopFilter, ShopSort> = {
  filters: { code: COLUMN.code(), name: COLUMN.text(), site: COLUMN.code(), active: COLUMN.flag() },
  sorts: ['code', 'name'],
  sort: [{ column: 'code', direction: 'asc' }],
}

const GOODS_LIST: ListSpec<GoodsFilter, GoodsSort> = {
  filters: {
    code: COLUMN.code(),
    name: COLUMN.text(),
    shop: COLUMN.code(),
    site: COLUMN.code(),
    points: COLUMN.integer(),
    stock: COLUMN.integer(),
    active: COLUMN.flag(),
  },
  sorts: ['position', 'code', 'name', 'points', 'stock'],
  // As they stand in the shop.
  sort: [{ column: 'position', direction: 'asc' }],
}

/** Shops over HTTP: which there are and what they give, and beside it their books. */
export const shop = ({ strapi }: { strapi: Core.Strapi }) => {
  const shops = () => service(strapi, 'scoring', 'shops')
  const goods = () => service(strapi, 'scoring', 'goods')

  return {
    ...shopBooks(strapi),

    /** GET /api/scoring/shops */
    async find(ctx: RequestContext) {
      const query = parseQueryList(SHOP_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const { rows, total } = await shops().list(actorOf(strapi), query.value)
      replyPage(ctx, rows, total, query.value)
    },

    /** POST /api/scoring/shops */
    async create(ctx: RequestContext) {
      const body = parseBody(CreateShop.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await shops().create(actorOf(strapi), body.value, nowOf(strapi)), STATUS, { status: 201 })
    },

    /** PUT /api/scoring/shops/:code */
    async update(ctx: RequestContext) {
      const body = parseBody(UpdateShop.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await shops().update(actorOf(strapi), codeOf(ctx, 'code'), body.value, nowOf(strapi)), STATUS)
    },

    /** GET /api/scoring/goods */
    async goods(ctx: RequestContext) {
      const query = parseQueryList(GOODS_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const { rows, total } = await goods().list(actorOf(strapi), query.value)
      replyPage(ctx, rows, total, query.value)
    },

    /** POST /api/scoring/goods */
    async createGoods(ctx: RequestContext) {
      const body = parseBody(CreateGoods.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await goods().create(actorOf(strapi), body.value, nowOf(strapi)), STATUS, { status: 201 })
    },

    /** PUT /api/scoring/goods/:code */
    async updateGoods(ctx: RequestContext) {
      const body = parseBody(UpdateGoods.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await goods().update(actorOf(strapi), codeOf(ctx, 'code'), body.value, nowOf(strapi)), STATUS)
    },
  }
}
