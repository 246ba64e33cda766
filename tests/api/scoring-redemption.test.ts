import { randomUUID } from 'node:crypto'
import type { Card, Redemption } from '@practice/scoring/contracts'
import type { Response } from 'supertest'
import { as, nobody } from '../support/api'
import { dataOf, db, detailsOf, refusalOf } from './dispatch-support'
import {
  balanceOf,
  cardWith,
  goodsOf,
  makeAccount,
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

const SITE = '640402002001'

let counter: Counter

beforeAll(async () => {
  counter = await openCounter(SITE, 20)
})

afterAll(async () => {
  // Whatever was raced for: every account adds up, and so does every stock.
  expect(await soundness(counter)).toEqual(SOUND)
})

const redeemed = async (...asked: Parameters<typeof redeem>) => dataOf<Redemption>(await redeem(...asked))

describe('one redemption', () => {
  test('takes points and stock together and gives a receipt', async () => {
    const card = await cardWith(counter, 30)
    const [soap, salt] = [await goodsOf(counter, 8, 5), await goodsOf(counter, 3, 5)]
    const reply = await redeem(counter, card, [
      [soap, 2],
      [salt, 3],
    ])
    expect(reply.status).toBe(201)
    const redemption = dataOf<Redemption>(reply)
    expect(redemption).toMatchObject({
      state: 'done',
      card: { number: card.number, holder: card.holder.name },
      shop: { code: counter.shop, name: '公益超市' },
      site: { code: SITE },
      points: 25,
      balanceAfter: 5,
      void: null,
      allowed: [],
    })
    expect(redemption.number).toMatch(new RegExp(`^${counter.shop}-\\d{8}-\\d{3}$`))
    expect(redemption.receipt).toMatch(/^[0-9a-f]{32}$/)
    expect(redemption.lines).toEqual([
      { goods: { code: soap.code, name: soap.name }, unit: '件', quantity: 2, points: 16 },
      { goods: { code: salt.code, name: salt.name }, unit: '件', quantity: 3, points: 9 },
    ])
    expect([await balanceOf(card), await stockOf(soap), await stockOf(salt)]).toEqual([5, 3, 2])
    const path = `/api/scoring/shops/${counter.shop}/movements?filters[goods]=${soap.code}`
    expect(dataOf<object[]>(await counter.admin.get(path))).toMatchObject([
      { kind: 'redeem', change: -2, stockAfter: 3, document: redemption.number },
      { kind: 'restock', change: 5, stockAfter: 5, document: null },
    ])
  })

  test('costs what it costs at that moment, and what was paid stays on the receipt', async () => {
    const card = await cardWith(counter, 20)
    const goods = await goodsOf(counter, 5, 10)
    const first = await redeemed(counter, card, [[goods, 1]])
    const dearer = { version: goods.version, points: 7, name: '新名字' }
    dataOf(await counter.admin.put(`/api/scoring/goods/${goods.code}`, { data: dearer }))
    expect((await redeemed(counter, card, [[goods, 1]])).points).toBe(7)
    const again = dataOf<Redemption>(await counter.admin.get(`/api/scoring/redemptions/${first.documentId}`))
    expect(again).toEqual(first)
  })

  test('is found by its receipt and listed, by whoever may see it', async () => {
    const card = await cardWith(counter, 5)
    const goods = await goodsOf(counter, 5, 1)
    const redemption = await redeemed(counter, card, [[goods, 1]])
    const resident = await makeAccount('resident', SITE, card.holder.household)
    const stranger = await makeAccount('resident', SITE, `${SITE}-X999`)
    const list = `/api/scoring/redemptions?filters[card]=${card.number}`
    for (const caller of [resident, counter.supervisor, await as('county-dispatcher')]) {
      const found = dataOf<Redemption>(await caller.get(`/api/scoring/redemptions/${redemption.receipt}`))
      expect(found.number).toBe(redemption.number)
      expect(dataOf<Redemption[]>(await caller.get(list)).map(({ number }) => number)).toEqual([redemption.number])
    }
    for (const caller of [stranger, await as('village-admin')]) {
      expect((await caller.get(`/api/scoring/redemptions/${redemption.documentId}`)).status).toBe(404)
      expect(dataOf<Redemption[]>(await caller.get(list))).toEqual([])
    }
    expect((await counter.reviewer.get(list)).status).toBe(403)
    expect([401, 403]).toContain((await nobody().get(list)).status)
  })

  test('lists by page, sorted and filtered, and refuses what the contract does not name', async () => {
    const card = await cardWith(counter, 6)
    const goods = await goodsOf(counter, 1, 9)
    for (let quantity = 1; quantity <= 3; quantity++) await redeemed(counter, card, [[goods, quantity]])
    const list = (query: string) => counter.admin.get(`/api/scoring/redemptions?filters[card]=${card.number}&${query}`)
    const points = (reply: Response) => dataOf<Redemption[]>(reply).map((redemption) => redemption.points)
    expect(points(await list('sort=points:desc'))).toEqual([3, 2, 1])
    expect(points(await list(''))).toEqual([3, 2, 1])
    const page = await list('sort=at&pagination[page]=2&pagination[pageSize]=2')
    expect(points(page)).toEqual([3])
    expect((page.body as { meta: object }).meta).toEqual({
      pagination: { page: 2, pageSize: 2, pageCount: 2, total: 3 },
    })
    expect(points(await list(`filters[at][$gt]=${encodeURIComponent(new Date().toISOString())}`))).toEqual([])
    expect(refusalOf(await list('filters[points]=1'))).toBe('400 invalid')
    expect(refusalOf(await list('populate=*'))).toBe('400 invalid')
  })
})

describe('is refused', () => {
  test('for too few points, too little stock, too small a sum, with the figures', async () => {
    const poor = await openCounter('640402002002', 2, { minimumRedemption: 10 })
    const card = await cardWith(poor, 30)
    const [dear, rare, cheap] = [await goodsOf(poor, 31, 5), await goodsOf(poor, 10, 2), await goodsOf(poor, 3, 9)]
    const refused = async (...asked: Parameters<typeof redeem>) => {
      const reply = await redeem(...asked)
      return { status: reply.status, ...detailsOf(reply) }
    }
    expect(await refused(poor, card, [[dear, 1]])).toEqual({
      ...{ status: 409, code: 'insufficient_points', balance: 30, points: 31 },
    })
    expect(await refused(poor, card, [[rare, 3]])).toEqual({
      ...{ status: 409, code: 'out_of_stock', goods: rare.code, stock: 2, asked: 3 },
    })
    expect(await refused(poor, card, [[cheap, 3]])).toEqual({
      ...{ status: 409, code: 'below_minimum', minimum: 10, points: 9 },
    })
    expect([await balanceOf(card), await stockOf(rare)]).toEqual([30, 2])
    expect(await soundness(poor)).toEqual(SOUND)
  })

  test('for what is not there, not sold, not open or not served', async () => {
    const card = await cardWith(counter, 10)
    const goods = await goodsOf(counter, 1, 5)
    const missing = { ...goods, code: `${counter.shop}-G999` }
    expect(refusalOf(await redeem(counter, card, [[missing, 1]]))).toBe('422 goods_unknown')
    expect(refusalOf(await redeem(counter, { number: `${SITE}-9999` }, [[goods, 1]]))).toBe('404 card_unknown')
    expect(refusalOf(await redeem({ ...counter, shop: 'S' }, card, [[goods, 1]]))).toBe('422 shop_unknown')
    const change = { version: goods.version, active: false }
    dataOf(await counter.admin.put(`/api/scoring/goods/${goods.code}`, { data: change }))
    expect(refusalOf(await redeem(counter, card, [[goods, 1]]))).toBe('422 goods_inactive')
    const elsewhere = await openCounter('640402002003', 1)
    const theirs = await goodsOf(elsewhere, 1, 5)
    const asked = redeem({ admin: counter.admin, shop: elsewhere.shop }, card, [[theirs, 1]])
    expect(refusalOf(await asked)).toBe('422 shop_elsewhere')
    dataOf(await elsewhere.admin.put(`/api/scoring/shops/${elsewhere.shop}`, { data: { active: false } }))
    expect(refusalOf(await redeem(elsewhere, elsewhere.cards[0] ?? card, [[theirs, 1]]))).toBe('422 shop_inactive')
  })

  test('for whoever may not: other roles, other villages, the own household', async () => {
    const card = await cardWith(counter, 10)
    const goods = await goodsOf(counter, 1, 5)
    const own = await makeAccount('village-admin', SITE, card.holder.household)
    const by = (admin: Counter['admin']) => redeem({ admin, shop: counter.shop }, card, [[goods, 1]])
    expect(refusalOf(await by(own))).toBe('403 same_household')
    expect(refusalOf(await by(counter.supervisor))).toBe('403 role_not_allowed')
    expect(refusalOf(await by(await as('village-admin')))).toBe('404 card_unknown')
    expect((await by(counter.reviewer)).status).toBe(403)
    expect(await balanceOf(card)).toBe(10)
  })

  test('for a frozen card and a closed one', async () => {
    const card = await cardWith(counter, 10)
    const goods = await goodsOf(counter, 1, 5)
    const act = (caller: Counter['admin'], verb: string) =>
      caller.post(`/api/scoring/cards/${card.number}/${verb}`, { data: { reason: '试验' } })
    dataOf(await act(counter.supervisor, 'freeze'))
    expect(refusalOf(await redeem(counter, card, [[goods, 1]]))).toBe('422 card_frozen')
    dataOf(await act(counter.supervisor, 'unfreeze'))
    const successor = dataOf<Card>(await act(counter.admin, 'replace'))
    const reply = await redeem(counter, card, [[goods, 1]])
    expect(detailsOf(reply)).toMatchObject({ code: 'card_closed', replacedBy: successor.number })
    expect((await redeemed(counter, successor, [[goods, 1]])).balanceAfter).toBe(9)
  })

  test('without a key, with a bad one, and with a body that is none', async () => {
    const body = { card: 'x', shop: counter.shop, lines: [{ goods: 'g', quantity: 1 }] }
    const post = (data: object, headers: Record<string, string> = { 'Idempotency-Key': randomUUID() }) =>
      counter.admin.post('/api/scoring/redemptions', { data }, headers)
    const keyless = await post(body, {})
    expect(refusalOf(keyless)).toBe('400 invalid')
    expect(detailsOf(keyless)['errors']).toMatchObject([{ path: ['Idempotency-Key'] }])
    expect(refusalOf(await post(body, { 'Idempotency-Key': 'short' }))).toBe('400 invalid')
    for (const data of [
      { ...body, points: 1 },
      { ...body, lines: [] },
      { ...body, lines: [{ goods: 'g', quantity: 0 }] },
      { ...body, lines: [...body.lines, ...body.lines] },
    ]) {
      expect(refusalOf(await post(data))).toBe('400 invalid')
    }
  })
})

describe('a void', () => {
  test('gives points and goods back, once, with its reason', async () => {
    const card = await cardWith(counter, 20)
    const goods = await goodsOf(counter, 4, 5)
    const redemption = await redeemed(counter, card, [[goods, 3]])
    const supervisors = [counter.supervisor, await makeAccount('points-supervisor', SITE)]
    const seen = dataOf<Redemption>(await counter.supervisor.get(`/api/scoring/redemptions/${redemption.documentId}`))
    expect(seen.allowed).toEqual(['void'])
    const replies = await times(10, async (index) => voidOf(supervisors[index % 2] ?? counter.supervisor, redemption))
    expect({ done: withStatus(replies, 200), refused: withStatus(replies, 409) }).toEqual({ done: 1, refused: 9 })
    const voided = dataOf<Redemption>(replies.find(({ status }) => status === 200) as Response)
    expect(voided).toMatchObject({ state: 'voided', balanceAfter: 20, void: { reason: '拿错了' }, allowed: [] })
    const refused = detailsOf(replies.find(({ status }) => status === 409) as Response)
    expect(refused).toMatchObject({ code: 'already_voided', redemption: { state: 'voided' } })
    expect([await balanceOf(card), await stockOf(goods)]).toEqual([20, 5])
    const transfers = (await db()('scoring_transfers')
      .where({ redemption_id: redemption.documentId })
      .orderBy('id')
      .select('kind', 'cause', 'reverses')) as object[]
    expect(transfers).toEqual([
      { kind: 'redeem', cause: `redeem:${redemption.documentId}`, reverses: null },
      { kind: 'void', cause: `void:${redemption.documentId}`, reverses: redemption.transfer },
    ])
  })

  test('is the supervisor’s, not of the own household, and needs a reason', async () => {
    const card = await cardWith(counter, 5)
    const goods = await goodsOf(counter, 5, 1)
    const redemption = await redeemed(counter, card, [[goods, 1]])
    expect(refusalOf(await voidOf(counter.admin, redemption))).toBe('403 role_not_allowed')
    const own = await makeAccount('points-supervisor', SITE, card.holder.household)
    expect(refusalOf(await voidOf(own, redemption))).toBe('403 same_household')
    expect(refusalOf(await voidOf(await as('points-supervisor'), redemption))).toBe('404 not_found')
    expect(refusalOf(await voidOf(counter.supervisor, redemption, ' '))).toBe('400 invalid')
    expect(await balanceOf(card)).toBe(0)
  })

  test('goes to the successor of a replaced card; a card closed for good gets nothing, and keeps its goods', async () => {
    const card = await cardWith(counter, 10)
    const goods = await goodsOf(counter, 5, 5)
    const [first, second] = [await redeemed(counter, card, [[goods, 1]]), await redeemed(counter, card, [[goods, 1]])]
    const act = (number: string, verb: string) =>
      counter.admin.post(`/api/scoring/cards/${number}/${verb}`, { data: { reason: '遗失' } })
    const successor = dataOf<Card>(await act(card.number, 'replace'))
    const voided = dataOf<Redemption>(await voidOf(counter.supervisor, first))
    expect(voided).toMatchObject({ card: { number: card.number }, balanceAfter: 5 })
    expect([await balanceOf(card), await balanceOf(successor)]).toEqual([0, 5])
    dataOf(await redeem(counter, successor, [[goods, 1]]))
    dataOf(await act(successor.number, 'close'))
    expect(refusalOf(await voidOf(counter.supervisor, second))).toBe('409 card_closed')
    expect(await stockOf(goods)).toBe(3)
  })
})
