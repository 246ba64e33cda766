import type { Redemption, Settlement, Shop } from '@practice/scoring/contracts'
import type {} from '@practice/scoring/services'
import { CHINA_OFFSET_MS, dayStartOf, service } from '@practice/kernel'
import { app } from '../support/api'
import { dataOf, db, refusalOf } from './dispatch-support'
import { atTime } from './points-support'
import {
  cardWith,
  DAY_MS,
  goodsOf,
  openCounter,
  redeem,
  soundness,
  SOUND,
  times,
  voidOf,
  withStatus,
  writeRules,
} from './scoring-shop-support'

const dayOf = (instant: number) => new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10)

describe('settlements', () => {
  const TODAY = dayStartOf(Date.now())
  const NOON = TODAY + DAY_MS / 2
  const ledgerOf = async (code: string) =>
    (await db()('scoring_accounts').where({ kind: 'shop', owner: code }).first('balance')) as { balance: number }

  test('a day is settled once it is over, once, with what it is worth', async () => {
    const shop = await openCounter('640402002007', 4, { rate: 0.5 })
    const card = await cardWith(shop, 100)
    const goods = await goodsOf(shop, 10, 50)
    const settle = (day: string, caller = shop.supervisor) =>
      caller.post(`/api/scoring/shops/${shop.shop}/settle`, { data: { day } })
    await atTime(NOON, async () => {
      dataOf(await redeem(shop, card, [[goods, 3]]))
      dataOf(await voidOf(shop.supervisor, dataOf<Redemption>(await redeem(shop, card, [[goods, 1]]))))
      expect(refusalOf(await settle(dayOf(NOON)))).toBe('422 day_not_over')
      expect(refusalOf(await settle('2026-02-30'))).toBe('400 invalid')
    })
    const later = await atTime(NOON + DAY_MS, async () => {
      expect(refusalOf(await settle(dayOf(NOON), shop.admin))).toBe('403 role_not_allowed')
      // Of the next day, so that it is not of the one that is settled.
      const redemption = dataOf<Redemption>(await redeem(shop, card, [[goods, 2]]))
      const replies = await times(6, async () => settle(dayOf(NOON)))
      expect({ made: withStatus(replies, 201), late: withStatus(replies, 409) }).toEqual({ made: 1, late: 5 })
      const [made] = replies.flatMap((reply) => (reply.status === 201 ? [dataOf<Settlement>(reply)] : []))
      expect(made).toMatchObject({ day: dayOf(NOON), redemptions: 2, voids: 1, points: 30, fen: 1500 })
      expect(refusalOf(await settle(dayOf(NOON - DAY_MS)))).toBe('409 already_settled')
      return redemption
    })
    expect(await ledgerOf(shop.shop)).toEqual({ balance: 20 })
    // What was settled already and is voided later comes off the day on which it is voided.
    const earlier = dataOf<Redemption[]>(await shop.admin.get('/api/scoring/redemptions?sort=at')).find(
      ({ state }) => state === 'done',
    )
    await atTime(NOON + 2 * DAY_MS, async () => {
      dataOf(await voidOf(shop.supervisor, later))
      dataOf(await voidOf(shop.supervisor, earlier ?? later))
    })
    await atTime(NOON + 3 * DAY_MS, () => runNightly(NOON + 3 * DAY_MS))
    const settled = dataOf<Settlement[]>(await shop.supervisor.get(`/api/scoring/shops/${shop.shop}/settlements`))
    expect(settled.map(({ day, redemptions, voids, points, fen }) => [day, redemptions, voids, points, fen])).toEqual([
      [dayOf(NOON + 2 * DAY_MS), 0, 2, -50, -2500],
      [dayOf(NOON + DAY_MS), 1, 0, 20, 1000],
      [dayOf(NOON), 2, 1, 30, 1500],
    ])
    expect(await ledgerOf(shop.shop)).toEqual({ balance: 0 })
    expect(await soundness(shop)).toEqual(SOUND)
  })

  test('every day that was left is settled at night, by any number of servers, once', async () => {
    const shop = await openCounter('640402002008', 2)
    const [card, goods] = [await cardWith(shop, 60), await goodsOf(shop, 5, 50)]
    for (const day of [0, 2])
      await atTime(NOON + day * DAY_MS, async () => dataOf(await redeem(shop, card, [[goods, 2]])))
    await times(4, () => runNightly(NOON + 4 * DAY_MS))
    const path = `/api/scoring/shops/${shop.shop}`
    const settled = dataOf<Settlement[]>(await shop.admin.get(`${path}/settlements?sort=day`))
    expect(settled.map(({ day, points }) => [day, points])).toEqual(
      [0, 1, 2, 3].map((day) => [dayOf(NOON + day * DAY_MS), day % 2 === 0 ? 10 : 0]),
    )
    expect(await runNightly(NOON + 4 * DAY_MS)).toBe(0)
    expect(dataOf<Shop[]>(await shop.admin.get(`/api/scoring/shops?filters[code]=${shop.shop}`))[0]?.unsettled).toBe(0)
    const transfers = (await db()('scoring_transfers').where({ kind: 'settle', site_code: shop.site })) as object[]
    expect(transfers).toHaveLength(2)
    expect(await soundness(shop)).toEqual(SOUND)
  })

  test('the rate is that of the rules when it is settled', async () => {
    const shop = await openCounter('640402002009', 1)
    const [card, goods] = [await cardWith(shop, 10), await goodsOf(shop, 5, 50)]
    await atTime(NOON, async () => dataOf(await redeem(shop, card, [[goods, 1]])))
    await writeRules(shop.site, { rate: 2 })
    const reply = await atTime(NOON + DAY_MS, async () =>
      shop.supervisor.post(`/api/scoring/shops/${shop.shop}/settle`, { data: { day: dayOf(NOON) } }),
    )
    expect(dataOf<Settlement>(reply)).toMatchObject({ points: 5, fen: 1000 })
  })

  const runNightly = (now: number) =>
    service(app(), 'scoring', 'settlements').run({ kind: 'system', because: 'settlement' }, now)
})
