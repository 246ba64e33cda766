import { randomUUID } from 'node:crypto'
import type { Goods, Movement, Redemption, Shop, Stocktake } from '@practice/scoring/contracts'
import { as, nobody } from '../support/api'
import { dataOf, db, detailsOf, refusalOf } from './dispatch-support'
import {
  cardWith,
  goodsOf,
  makeAccount,
  moveStock,
  openCounter,
  redeem,
  soundness,
  SOUND,
  stockOf,
  times,
  voidOf,
  withStatus,
  type Counter,
} from './scoring-shop-support'

const TOWN = '640402002'
const SITE = '640402002005'
const OTHER = '640402002006'

let counter: Counter

beforeAll(async () => {
  counter = await openCounter(SITE, 12)
})

afterAll(async () => {
  expect(await soundness(counter)).toEqual(SOUND)
})

describe('shops and goods', () => {
  test('get their codes, and change by who runs them', async () => {
    const shop = dataOf<Shop>(await counter.admin.post('/api/scoring/shops', { data: { name: '二号店', site: SITE } }))
    expect(shop).toEqual({
      code: `${SITE}-S2`,
      name: '二号店',
      site: { code: SITE, name: expect.any(String) as string },
      active: true,
      unsettled: 0,
      allowed: ['update', 'goods', 'stock', 'stocktake', 'redeem'],
    })
    const path = `/api/scoring/shops/${shop.code}`
    const closed = dataOf<Shop>(await counter.admin.put(path, { data: { active: false, name: '二号超市' } }))
    expect(closed).toMatchObject({ name: '二号超市', active: false })
    expect(closed.allowed).not.toContain('redeem')
    expect(refusalOf(await counter.supervisor.put(path, { data: { active: true } }))).toBe('403 role_not_allowed')
    expect(refusalOf(await (await as('village-admin')).put(path, { data: { active: true } }))).toBe('404 not_found')
    expect(refusalOf(await counter.admin.put(path, { data: { site: OTHER } }))).toBe('400 invalid')
  })

  test.each([
    ['a site that is not there', { site: '640402999' }, '422 site_unknown'],
    ['a site that is not theirs', { site: OTHER }, '403 site_not_yours'],
    ['a name of nothing', { site: SITE, name: ' ' }, '400 invalid'],
  ])('are not opened at %s', async (_, changes, refusal) => {
    const data = { name: '公益超市', ...changes }
    expect(refusalOf(await counter.admin.post('/api/scoring/shops', { data }))).toBe(refusal)
  })

  test('goods are counted within their shop, and change only as they were read', async () => {
    const [first, second] = [await goodsOf(counter, 5, 0), await goodsOf(counter, 6, 0)]
    expect(first.code).toMatch(new RegExp(`^${counter.shop}-G\\d{3}$`))
    expect(Number(second.code.slice(-3))).toBe(Number(first.code.slice(-3)) + 1)
    expect(first).toMatchObject({ stock: 0, lowStock: 0, active: true, version: 1, costFen: 80 })
    const put = (data: object) => counter.admin.put(`/api/scoring/goods/${first.code}`, { data })
    const changed = dataOf<Goods>(await put({ version: 1, points: 9, costFen: null, lowStock: 3, name: '香皂' }))
    expect(changed).toEqual({ ...first, points: 9, costFen: null, lowStock: 3, name: '香皂', version: 2 })
    const late = await put({ version: 1, points: 1 })
    expect([refusalOf(late), detailsOf(late)['goods']]).toEqual(['409 changed_meanwhile', changed])
    expect(refusalOf(await put({ version: 2, stock: 5 }))).toBe('400 invalid')
    const replies = await times(5, async (index) => put({ version: 2, points: index + 1 }))
    expect({ done: withStatus(replies, 200), late: withStatus(replies, 409) }).toEqual({ done: 1, late: 4 })
  })

  test('twenty new goods at once get twenty codes', async () => {
    const made = await times(20, () => goodsOf(counter, 1, 0))
    expect(new Set(made.map(({ code }) => code)).size).toBe(20)
  })

  test('what a resident sees: open shops of their lineage, what is on sale, and not what it cost', async () => {
    const [sold, withdrawn] = [await goodsOf(counter, 5, 1), await goodsOf(counter, 5, 1)]
    dataOf(await counter.admin.put(`/api/scoring/goods/${withdrawn.code}`, { data: { version: 1, active: false } }))
    const resident = await makeAccount('resident', SITE, `${SITE}-T001`)
    const shops = dataOf<Shop[]>(await resident.get('/api/scoring/shops'))
    expect(shops.map(({ code }) => code)).toEqual([counter.shop])
    expect(shops[0]?.allowed).toEqual([])
    const goods = dataOf<Goods[]>(await resident.get('/api/scoring/goods?pagination[pageSize]=100'))
    expect(goods.map(({ code }) => code)).toContain(sold.code)
    expect(goods.map(({ code }) => code)).not.toContain(withdrawn.code)
    expect(new Set(goods.map(({ costFen }) => costFen))).toEqual(new Set([null]))
    expect((await resident.get(`/api/scoring/shops/${counter.shop}/movements`)).status).toBe(404)
    expect([401, 403]).toContain((await nobody().get('/api/scoring/shops')).status)
    expect((await counter.reviewer.get('/api/scoring/goods')).status).toBe(403)
  })

  test('the town’s shop is shown to the village, which redeems there, and keeps its books to itself', async () => {
    const keeper = await makeAccount('village-admin', TOWN)
    const shop = dataOf<Shop>(await keeper.post('/api/scoring/shops', { data: { name: '镇上超市', site: TOWN } }))
    const town = { ...counter, admin: keeper, shop: shop.code }
    const goods = await goodsOf(town, 5, 2)
    const shops = dataOf<Shop[]>(await counter.admin.get(`/api/scoring/shops?filters[code]=${shop.code}`))
    expect(shops.map(({ allowed }) => allowed)).toEqual([['redeem']])
    const card = await cardWith(counter, 10)
    const redemption = dataOf<Redemption>(await redeem({ ...counter, shop: shop.code }, card, [[goods, 1]]))
    expect(redemption).toMatchObject({ shop: { code: shop.code }, site: { code: SITE } })
    expect(dataOf<Redemption[]>(await keeper.get(`/api/scoring/redemptions?filters[shop]=${shop.code}`))).toHaveLength(
      1,
    )
    expect((await counter.admin.get(`/api/scoring/shops/${shop.code}/movements`)).status).toBe(404)
    expect(refusalOf(await moveStock(counter.admin, goods, 1))).toBe('403 site_not_yours')
    dataOf(await voidOf(counter.supervisor, redemption))
    expect(await stockOf(goods)).toBe(2)
  })
})

describe('stock', () => {
  test('is bought and corrected by movements, and never goes below zero', async () => {
    const goods = await goodsOf(counter, 5, 0)
    const bought = dataOf<Movement>(await moveStock(counter.admin, goods, 10))
    expect(bought).toMatchObject({ kind: 'restock', change: 10, stockAfter: 10, reason: '进货', document: null })
    expect(dataOf<Movement>(await moveStock(counter.admin, goods, -3))).toMatchObject({
      kind: 'correction',
      stockAfter: 7,
    })
    const refused = await moveStock(counter.admin, goods, -8)
    expect([refused.status, detailsOf(refused)]).toEqual([
      409,
      { code: 'out_of_stock', goods: goods.code, stock: 7, asked: 8 },
    ])
    expect(refusalOf(await moveStock(counter.supervisor, goods, 1))).toBe('403 role_not_allowed')
    expect(refusalOf(await moveStock(counter.admin, { ...goods, code: 'G' }, 1))).toBe('422 goods_unknown')
    expect(refusalOf(await moveStock(counter.admin, goods, 0))).toBe('400 invalid')
    const replies = await times(12, async () => moveStock(counter.admin, goods, -1))
    expect({ made: withStatus(replies, 201), refused: withStatus(replies, 409) }).toEqual({ made: 7, refused: 5 })
    const path = `/api/scoring/shops/${counter.shop}/movements?filters[goods]=${goods.code}&sort=at&pagination[pageSize]=5`
    const page = await counter.supervisor.get(path)
    expect(
      dataOf<Movement[]>(page)
        .map(({ stockAfter }) => stockAfter)
        .slice(0, 2),
    ).toEqual([10, 7])
    expect(dataOf<Movement[]>(page)).toHaveLength(5)
    expect((page.body as { meta: { pagination: object } }).meta.pagination).toMatchObject({ total: 9 })
  })

  test('moves once for a key', async () => {
    const goods = await goodsOf(counter, 5, 0)
    const headers = { 'Idempotency-Key': randomUUID() }
    const replies = await times(10, async () => moveStock(counter.admin, goods, 4, headers))
    expect({ made: withStatus(replies, 201), repeated: withStatus(replies, 200) }).toEqual({ made: 1, repeated: 9 })
    expect(await stockOf(goods)).toBe(4)
    expect(refusalOf(await moveStock(counter.admin, goods, 5, headers))).toBe('409 key_reused')
  })

  test('is counted against the books of that moment; the difference is a movement of its own', async () => {
    const [short, right, over, uncounted] = [
      await goodsOf(counter, 5, 10),
      await goodsOf(counter, 5, 5),
      await goodsOf(counter, 5, 2),
      await goodsOf(counter, 5, 1),
    ]
    const counted = [
      { goods: over.code, counted: 3 },
      { goods: short.code, counted: 8 },
      { goods: right.code, counted: 5 },
    ]
    const path = `/api/scoring/shops/${counter.shop}`
    const take = (caller: typeof counter.admin, data: object) => caller.post(`${path}/stocktake`, { data })
    const reply = await take(counter.supervisor, { lines: counted, reason: '月底盘点' })
    expect(reply.status).toBe(201)
    const stocktake = dataOf<Stocktake>(reply)
    expect(stocktake.lines.map(({ goods, ...figures }) => ({ code: goods.code, ...figures }))).toEqual([
      { code: short.code, booked: 10, counted: 8, difference: -2 },
      { code: right.code, booked: 5, counted: 5, difference: 0 },
      { code: over.code, booked: 2, counted: 3, difference: 1 },
    ])
    expect([await stockOf(short), await stockOf(right), await stockOf(over), await stockOf(uncounted)]).toEqual([
      8, 5, 3, 1,
    ])
    const moved = dataOf<Movement[]>(await counter.admin.get(`${path}/movements?filters[kind]=stocktake`))
    expect(moved.map(({ goods, change, document, reason }) => [goods.code, change, document, reason])).toEqual([
      [over.code, 1, stocktake.number, '月底盘点'],
      [short.code, -2, stocktake.number, '月底盘点'],
    ])
    expect(dataOf<Stocktake[]>(await counter.admin.get(`${path}/stocktakes`))).toEqual([stocktake])
    const unknown = { lines: [...counted, { goods: 'G', counted: 1 }] }
    expect(refusalOf(await take(counter.admin, unknown))).toBe('422 goods_unknown')
    expect(refusalOf(await take(counter.admin, { lines: [...counted, ...counted] }))).toBe('400 invalid')
    expect((await take(await as('town-officer-2'), { lines: counted })).status).toBe(404)
  })

  test('stays right while it is counted and sold at once', async () => {
    const card = await cardWith(counter, 100)
    const goods = await goodsOf(counter, 1, 100)
    const path = `/api/scoring/shops/${counter.shop}/stocktake`
    const replies = await times(24, async (index) =>
      index % 6 === 0
        ? counter.supervisor.post(path, { data: { lines: [{ goods: goods.code, counted: 90 }] } })
        : redeem(counter, card, [[goods, 1]]),
    )
    expect(withStatus(replies, 201)).toBe(24)
    const last = (await db()('scoring_stock_movements')
      .where({ goods_code: goods.code })
      .orderBy('sequence', 'desc')
      .first('stock_after', 'sequence')) as { stock_after: number }
    expect(last.stock_after).toBe(await stockOf(goods))
  })
})
