import { service, type SystemActor } from '@practice/kernel'
import type {} from '@practice/scoring/services'
import { randomOf, type Random } from '../random'
import type { Act } from './acts'
import { sampleGoods } from './goods'
import type { Living } from './living'
import { must } from './must'
import { cardOf } from './records'
import { isOnDuty } from './village'

/** As the product names whoever settles the days of shops. */
const SETTLEMENT: SystemActor = { kind: 'system', because: 'settlement' }
/** Nobody empties a shelf in the sample. */
const LEFT_ON_SHELF = 4
const LINES_MAX = 3

/** Opens the village's shop, with what it gives for points. */
export async function openShop(living: Living, { at }: Act<'openShop'>): Promise<void> {
  const { app, village, goods } = living
  const { code: site, name } = village.site
  const shops = service(app, 'scoring', 'shops')
  const shop = must(await shops.create(village.admin, { name: `${name}公益超市`, site }, at), 'open a shop').code
  living.shop = shop
  for (const { firstStock: _first, restock: _restock, costFen, ...one } of sampleGoods(village.lively)) {
    const body = { shop, ...one, ...(costFen === null ? {} : { costFen }) }
    goods.set(one.name, must(await service(app, 'scoring', 'goods').create(village.admin, body, at), one.name).code)
  }
}

/** Takes goods in. */
export async function restock({ app, village, shop, goods }: Living, act: Act<'restock'>): Promise<void> {
  const { goods: name, quantity: change, reason, at: now } = act
  const body = { goods: goods.get(name) ?? name, change, reason }
  const stock = service(app, 'scoring', 'stock')
  must(await stock.move({ actor: village.admin, shop, body, key: null, now }), `restock ${name}`)
}

interface OnShelf {
  code: string
  points: number
  stock: number
}

/** Redeems what somebody can afford: the household that is named, or one of those that have enough. */
export async function redeem(living: Living, { at: now, key, householdCode, spendable }: Act<'redeem'>): Promise<void> {
  const { app, village, shop, cards, redemptions, minimumRedemption } = living
  const random = randomOf(`redeem:${village.site.code}:${key}`)
  const buyer = householdCode === null ? await someBuyer(living, spendable, random) : cardOf(cards, householdCode)
  const lines = chosen(await shelfOf(living), spendable, random)
  const cost = lines.reduce((sum, { points, quantity }) => sum + points * quantity, 0)
  if (buyer === null || cost < minimumRedemption) return
  const body = { card: buyer, shop, lines: lines.map(({ code: goods, quantity }) => ({ goods, quantity })) }
  const redeeming = service(app, 'scoring', 'redemptions')
  const made = must(await redeeming.redeem(village.admin, body, `sample-${shop}-${key}`, now), `redeem ${key}`)
  redemptions.set(key, made.value.documentId)
}

/** A card with enough on it; never that of whoever would have to void it, nor the demo's own. */
async function someBuyer({ app, village, cards }: Living, least: number, random: Random): Promise<string | null> {
  const [first, ...others] = village.households
  const wanted = others.filter((household) => !isOnDuty(household)).map(({ code }) => cardOf(cards, code))
  const where = { kind: 'card', owner: { $in: wanted }, balance: { $gte: least } }
  const rows = (await app.db.query('plugin::scoring.account').findMany({ where, orderBy: 'owner' })) as {
    owner: string
  }[]
  return first === undefined || rows.length === 0 ? null : random.pick(rows).owner
}

async function shelfOf({ app, shop }: Living): Promise<OnShelf[]> {
  const where = { shopCode: shop, stock: { $gt: LEFT_ON_SHELF } }
  return (await app.db.query('plugin::scoring.goods').findMany({ where, orderBy: 'code' })) as OnShelf[]
}

function chosen(shelf: OnShelf[], spendable: number, random: Random): (OnShelf & { quantity: number })[] {
  const lines: (OnShelf & { quantity: number })[] = []
  let left = spendable
  while (lines.length < LINES_MAX) {
    const affordable = shelf.filter((one) => one.points <= left && !lines.some(({ code }) => code === one.code))
    if (affordable.length === 0) break
    const one = random.weighted(affordable, ({ points }) => points)
    const quantity = one.points * 2 <= left && random.chance(0.3) ? 2 : 1
    lines.push({ ...one, quantity })
    left -= one.points * quantity
  }
  return lines
}

/** Gives points and goods back, as the supervisor. Nothing where nothing was redeemed. */
export async function undo({ app, village, redemptions }: Living, { at, key, reason }: Act<'void'>): Promise<void> {
  const documentId = redemptions.get(key)
  if (documentId === undefined) return
  const redeeming = service(app, 'scoring', 'redemptions')
  must(await redeeming.void(village.supervisor, documentId, reason, at), `void ${key}`)
}

/** Settles the days that are over. */
export async function settle({ app }: Living, { at }: Act<'settle'>): Promise<void> {
  await service(app, 'scoring', 'settlements').run(SETTLEMENT, at)
}

/** Counts everything; of one kind of goods one is missing. */
export async function stocktake({ app, village, shop, goods }: Living, act: Act<'stocktake'>): Promise<void> {
  const { missing, reason, at: now } = act
  const where = { shopCode: shop }
  const rows = (await app.db.query('plugin::scoring.goods').findMany({ where, orderBy: 'code' })) as OnShelf[]
  const lines = rows.map(({ code, stock }) => ({
    goods: code,
    counted: code === goods.get(missing) ? Math.max(0, stock - 1) : stock,
  }))
  const body = { lines, reason }
  must(await service(app, 'scoring', 'stock').take({ actor: village.supervisor, shop, body, key: null, now }), 'count')
}
