import {
  allOf,
  inTransaction,
  ok,
  refuse,
  scopeOf,
  scopeSql,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { CreateShopBody, Shop, UpdateShopBody } from '../../contracts'
import { checkShop, checkShopOpening, type ShopRefusal } from '../../domain'
import { nextValue } from '../store/counters'
import { readSiteNames } from '../store/directory'
import type { Page } from '../store/page'
import {
  findShop,
  insertShop,
  isShopCode,
  listShops,
  OPEN_SHOPS,
  SHOP_SCOPE,
  updateShop,
  type ShopListQuery,
} from '../store/shops'
import { isStaff, seesShop, shopView } from './shop-view'

/** Shops: which there are, and what they are called. */
export const shops = ({ strapi }: { strapi: Core.Strapi }) => {
  const viewed = async (actor: Actor, code: string): Promise<Shop> => {
    const [shop, names] = await Promise.all([findShop(strapi.db.connection, code), readSiteNames(strapi)])
    if (shop === null) throw new Error(`the shop ${code} was written and is gone`)
    return shopView(shop, actor, names)
  }

  return {
    /** The shops that the actor sees, by page; residents see those that are open. */
    async list(actor: Actor, query: ShopListQuery): Promise<Page<Shop>> {
      const mine = scopeSql(scopeOf(actor, 'shop', 'read'), SHOP_SCOPE)
      const visible = isStaff(actor) ? mine : allOf([mine, OPEN_SHOPS])
      const [page, names] = await Promise.all([listShops(strapi.db.connection, visible, query), readSiteNames(strapi)])
      return { rows: page.rows.map((shop) => shopView(shop, actor, names)), total: page.total }
    },

    /** Opens a shop at a site; its code is made. */
    async create(actor: Actor, { name, site }: CreateShopBody, now: Instant): Promise<Result<Shop, ShopRefusal>> {
      const names = await readSiteNames(strapi)
      const checked = checkShopOpening(actor, site, names.has(site))
      if (!checked.ok) return checked
      const created = await inTransaction<string, ShopRefusal>(strapi, async (trx) => {
        const code = await newCode(trx, site, now)
        await insertShop(trx, { code, name, siteCode: site, active: true }, now)
        const subject = { subjectType: 'shop', subjectId: code, siteCode: site }
        await service(strapi, 'access', 'audit').record({ actor, action: 'create', ...subject, detail: { name } }, trx)
        return code
      })
      return created.ok ? ok(await viewed(actor, created.value)) : created
    },

    /** Changes a shop's name, or opens and closes it. */
    async update(
      actor: Actor,
      code: string,
      changes: UpdateShopBody,
      now: Instant,
    ): Promise<Result<Shop, ShopRefusal>> {
      const shop = await findShop(strapi.db.connection, code)
      if (shop === null || !seesShop(shop, actor)) return refuse('not_found')
      const checked = checkShop(actor, 'update', shop)
      if (!checked.ok) return checked
      const updated = await inTransaction<void, ShopRefusal>(strapi, async (trx) => {
        await updateShop(trx, code, changes, now)
        const subject = { subjectType: 'shop', subjectId: code, siteCode: shop.siteCode }
        await service(strapi, 'access', 'audit').record({ actor, action: 'update', ...subject, detail: changes }, trx)
      })
      return updated.ok ? ok(await viewed(actor, code)) : updated
    },
  }
}

/** The next code of a site's shops that nobody has: shops that were seeded never asked the counter. */
async function newCode(trx: Knex.Transaction, siteCode: string, now: Instant): Promise<string> {
  for (;;) {
    const code = shopCodeOf(siteCode, await nextValue(trx, `shop:${siteCode}`, new Date(now)))
    if (!(await isShopCode(trx, code))) return code
  }
}

/** `640402100207-S1` */
function shopCodeOf(siteCode: string, counted: number): string {
  return `${siteCode}-S${counted}`
}
