import {
  allOf,
  EVERYTHING,
  inTransaction,
  ok,
  refuse,
  Refused,
  scopeOf,
  scopeSql,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { CreateGoodsBody, Goods, UpdateGoodsBody } from '../../contracts'
import { checkShop, hasRole, SHOP_ROLES, type ShopRefusal } from '../../domain'
import { nextValue } from '../store/counters'
import {
  findGoods,
  GOODS_SCOPE,
  insertGoods,
  isGoodsCode,
  listGoods,
  ON_SALE,
  updateGoods,
  type GoodsListQuery,
} from '../store/goods'
import type { Page } from '../store/page'
import { findShop } from '../store/shops'
import { goodsView, isStaff, seesShop } from './shop-view'

/** Goods: what shops give for points. */
export const goods = ({ strapi }: { strapi: Core.Strapi }) => {
  const viewed = async (actor: Actor, code: string): Promise<Goods> => {
    const found = await findGoods(strapi.db.connection, code)
    if (found === null) throw new Error(`the goods ${code} were written and are gone`)
    return goodsView(found, actor)
  }

  return {
    /** The goods of the shops that the actor sees, by page; residents see what is on sale. */
    async list(actor: Actor, query: GoodsListQuery): Promise<Page<Goods>> {
      const mine = scopeSql(scopeOf(actor, 'shop', 'read'), GOODS_SCOPE)
      const visible = allOf([mine, isStaff(actor) ? EVERYTHING : ON_SALE])
      const { rows, total } = await listGoods(strapi.db.connection, visible, query)
      return { rows: rows.map((row) => goodsView(row, actor)), total }
    },

    /** Puts goods on a shop's list; their code is made, and there are none in stock yet. */
    async create(actor: Actor, body: CreateGoodsBody, now: Instant): Promise<Result<Goods, ShopRefusal>> {
      if (!hasRole(actor, SHOP_ROLES.goods)) return refuse('role_not_allowed')
      const shop = await findShop(strapi.db.connection, body.shop)
      if (shop === null || !seesShop(shop, actor)) return refuse('shop_unknown', { shop: body.shop })
      const checked = checkShop(actor, 'goods', shop)
      if (!checked.ok) return checked
      const created = await inTransaction<string, ShopRefusal>(strapi, async (trx) => {
        const { code, position } = await newPlace(trx, shop.code, now)
        await insertGoods(
          trx,
          {
            code,
            position,
            name: body.name,
            unit: body.unit,
            points: body.points,
            costFen: body.costFen ?? null,
            stock: 0,
            lowStock: body.lowStock ?? 0,
            active: true,
            shopCode: shop.code,
            siteCode: shop.siteCode,
            version: 1,
          },
          now,
        )
        const { name, points } = body
        const subject = { subjectType: 'goods', subjectId: code, siteCode: shop.siteCode }
        const detail = { name, points }
        await service(strapi, 'access', 'audit').record({ actor, action: 'create', ...subject, detail }, trx)
        return code
      })
      return created.ok ? ok(await viewed(actor, created.value)) : created
    },

    /** Changes goods as long as they stand at the version that was read; their stock changes by movements alone. */
    async update(actor: Actor, code: string, body: UpdateGoodsBody, now: Instant): Promise<Result<Goods, ShopRefusal>> {
      const found = await findGoods(strapi.db.connection, code)
      const shop = found === null ? null : await findShop(strapi.db.connection, found.shopCode)
      if (found === null || shop === null || !seesShop(shop, actor)) return refuse('not_found')
      const checked = checkShop(actor, 'goods', shop)
      if (!checked.ok) return checked
      const { version, ...changes } = body
      const updated = await inTransaction<void, ShopRefusal>(strapi, async (trx) => {
        if (!(await updateGoods(trx, { code, version }, changes, now))) {
          throw new Refused<ShopRefusal>(refuse('changed_meanwhile'))
        }
        const subject = { subjectType: 'goods', subjectId: code, siteCode: found.siteCode }
        await service(strapi, 'access', 'audit').record({ actor, action: 'update', ...subject, detail: changes }, trx)
      })
      if (updated.ok) return ok(await viewed(actor, code))
      return refuse(updated.code, { ...updated.details, goods: await viewed(actor, code) })
    },
  }
}

/** The next place in a shop that nobody has, and its code: goods that were seeded never asked the counter. */
async function newPlace(
  trx: Knex.Transaction,
  shopCode: string,
  now: Instant,
): Promise<{ code: string; position: number }> {
  for (;;) {
    const position = await nextValue(trx, `goods:${shopCode}`, new Date(now))
    const code = goodsCodeOf(shopCode, position)
    if (!(await isGoodsCode(trx, code))) return { code, position }
  }
}

const DIGITS = 3

/** `640402100207-S1-G001` */
function goodsCodeOf(shopCode: string, counted: number): string {
  return `${shopCode}-G${String(counted).padStart(DIGITS, '0')}`
}
