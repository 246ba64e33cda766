import { randomUUID } from 'node:crypto'
import type { Card, Redemption } from '@practice/scoring/contracts'
import type { Response } from 'supertest'
import { dataOf, detailsOf, refusalOf } from './dispatch-support'
import {
  balanceOf,
  cardWith,
  goodsOf,
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

let counter: Counter

beforeAll(async () => {
  counter = await openCounter('640402002004', 14)
})

afterAll(async () => {
  // Whatever was raced for: every account adds up, and so does every stock.
  expect(await soundness(counter)).toEqual(SOUND)
})

const redeemed = async (...asked: Parameters<typeof redeem>) => dataOf<Redemption>(await redeem(...asked))

describe('one key, one redemption', () => {
  test('twenty requests with one key at once redeem once', async () => {
    const card = await cardWith(counter, 100)
    const goods = await goodsOf(counter, 5, 50)
    const key = randomUUID()
    const replies = await times(20, async () => redeem(counter, card, [[goods, 1]], key))
    expect({ made: withStatus(replies, 201), repeated: withStatus(replies, 200) }).toEqual({ made: 1, repeated: 19 })
    expect(new Set(replies.map((reply) => dataOf<Redemption>(reply).documentId)).size).toBe(1)
    expect([await balanceOf(card), await stockOf(goods)]).toEqual([95, 49])
    expect(refusalOf(await redeem(counter, card, [[goods, 2]], key))).toBe('409 key_reused')
  })

  test('a refused request leaves its key free, and a repetition is answered whatever changed since', async () => {
    const card = await cardWith(counter, 5)
    const goods = await goodsOf(counter, 5, 0)
    const key = randomUUID()
    expect(refusalOf(await redeem(counter, card, [[goods, 1]], key))).toBe('409 out_of_stock')
    const path = `/api/scoring/shops/${counter.shop}/stock`
    dataOf(await counter.admin.post(path, { data: { goods: goods.code, change: 1, reason: '进货' } }))
    const first = await redeem(counter, card, [[goods, 1]], key)
    expect(first.status).toBe(201)
    dataOf(await voidOf(counter.supervisor, dataOf<Redemption>(first)))
    const again = await redeem(counter, card, [[goods, 1]], key)
    expect(again.status).toBe(200)
    expect(dataOf<Redemption>(again)).toMatchObject({ number: dataOf<Redemption>(first).number, state: 'voided' })
  })
})

describe('races', () => {
  test('fifty redemptions where the points are enough for thirty: exactly thirty', async () => {
    const card = await cardWith(counter, 90)
    const goods = await goodsOf(counter, 3, 1000)
    const replies = await times(50, async () => redeem(counter, card, [[goods, 1]]))
    expect({ made: withStatus(replies, 201), refused: withStatus(replies, 409) }).toEqual({ made: 30, refused: 20 })
    for (const reply of replies.filter(({ status }) => status === 409)) {
      expect(detailsOf(reply)).toEqual({ code: 'insufficient_points', balance: 0, points: 3 })
    }
    expect([await balanceOf(card), await stockOf(goods)]).toEqual([0, 970])
    expect(
      new Set(replies.flatMap((reply) => (reply.status === 201 ? [dataOf<Redemption>(reply).number] : []))).size,
    ).toBe(30)
  })

  test('twenty for the last item: one gets it', async () => {
    const cards = [await cardWith(counter, 50), await cardWith(counter, 50)]
    const goods = await goodsOf(counter, 2, 1)
    const replies = await times(20, async (index) => redeem(counter, cards[index % 2] as Card, [[goods, 1]]))
    expect({ made: withStatus(replies, 201), refused: withStatus(replies, 409) }).toEqual({ made: 1, refused: 19 })
    expect(refusalOf(replies.find(({ status }) => status === 409) as Response)).toBe('409 out_of_stock')
    expect(await stockOf(goods)).toBe(0)
    expect((await balanceOf(cards[0] as Card)) + (await balanceOf(cards[1] as Card))).toBe(98)
  })

  test('the same goods in opposite orders, with restocking and voiding beside: nobody waits in a circle', async () => {
    const card = await cardWith(counter, 200)
    const [left, right] = [await goodsOf(counter, 1, 500), await goodsOf(counter, 1, 500)]
    const earlier = await redeemed(counter, card, [
      [right, 1],
      [left, 1],
    ])
    const replies = await times(30, async (index) => {
      if (index === 10) return voidOf(counter.supervisor, earlier)
      if (index % 5 === 0) {
        const data = { goods: (index % 2 === 0 ? left : right).code, change: 1, reason: '进货' }
        return counter.admin.post(`/api/scoring/shops/${counter.shop}/stock`, { data })
      }
      return redeem(
        counter,
        card,
        index % 2 === 0
          ? [
              [left, 1],
              [right, 1],
            ]
          : [
              [right, 1],
              [left, 1],
            ],
      )
    })
    expect(replies.map(({ status }) => status).filter((status) => status >= 300)).toEqual([])
  })

  test('redeeming while the points come back: never more than there is', async () => {
    const card = await cardWith(counter, 10)
    const goods = await goodsOf(counter, 10, 100)
    let last = await redeemed(counter, card, [[goods, 1]])
    for (let round = 0; round < 5; round++) {
      const replies = await times(6, async (index) =>
        index === 0 ? voidOf(counter.supervisor, last) : redeem(counter, card, [[goods, 1]]),
      )
      expect(replies[0]?.status).toBe(200)
      const made = replies.slice(1).filter(({ status }) => status === 201)
      expect(made.length).toBeLessThanOrEqual(1)
      const [next] = made
      last = next === undefined ? await redeemed(counter, card, [[goods, 1]]) : dataOf<Redemption>(next)
      expect([await balanceOf(card), await stockOf(goods)]).toEqual([0, 99])
    }
  })

  test('replacing the card while its redemption is voided: the points are on the new card', async () => {
    for (let round = 0; round < 3; round++) {
      const card = await cardWith(counter, 10)
      const goods = await goodsOf(counter, 10, 1)
      const redemption = await redeemed(counter, card, [[goods, 1]])
      const [voided, replaced] = await Promise.all([
        voidOf(counter.supervisor, redemption),
        counter.admin.post(`/api/scoring/cards/${card.number}/replace`, { data: { reason: '遗失' } }),
      ])
      expect(voided.status).toBe(200)
      expect([await balanceOf(card), await balanceOf(dataOf<Card>(replaced))]).toEqual([0, 10])
    }
  })
})
