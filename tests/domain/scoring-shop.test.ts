import * as fc from 'fast-check'
import { ROLES, type Role, type UserActor } from '@practice/kernel'
import {
  allowedOfFlag,
  allowedOfShop,
  checkFlagSettling,
  checkSettling,
  checkShop,
  checkShopOpening,
  kindOfChange,
  moveStock,
  serves,
  SHOP_ACTS,
  stockCauseOf,
  stocktakeOf,
  type ShopAct,
} from '@practice/scoring/domain'
import {
  actorOf,
  at,
  DISTRICT,
  NOW,
  ofTheirs,
  OTHER_VILLAGE,
  refusalOf,
  SHOP,
  THEIRS,
  TOWN,
  valueOf,
  VILLAGE,
} from './scoring-fixtures'

const shop = { code: SHOP, siteCode: VILLAGE, active: true }
const townShop = { ...shop, siteCode: TOWN }

describe('who does what in a shop', () => {
  /** permissions.md, row "redemption, stock", written out by hand. */
  const MAY: Readonly<Partial<Record<Role, readonly ShopAct[]>>> = {
    'village-admin': ['update', 'goods', 'stock', 'stocktake', 'redeem'],
    'points-supervisor': ['stocktake', 'settle'],
  }

  test.each(ROLES)('%s in the own village', (role) => {
    expect(allowedOfShop(actorOf(role), shop)).toEqual(MAY[role] ?? [])
    for (const act of SHOP_ACTS) {
      expect(refusalOf(checkShop(actorOf(role), act, shop))).toBe(MAY[role]?.includes(act) ? null : 'role_not_allowed')
    }
  })

  test('in the town’s shop a village’s admin redeems, and nothing else', () => {
    expect(allowedOfShop(actorOf('village-admin'), townShop)).toEqual(['redeem'])
    expect(refusalOf(checkShop(actorOf('village-admin'), 'stock', townShop))).toBe('site_not_yours')
  })

  test('in another village nothing', () => {
    expect(allowedOfShop(actorOf('village-admin', { siteCode: OTHER_VILLAGE }), shop)).toEqual([])
    expect(allowedOfShop(actorOf('points-supervisor', { siteCode: OTHER_VILLAGE }), shop)).toEqual([])
  })

  test('in a shop that is closed all but redeem', () => {
    const allowed = allowedOfShop(actorOf('village-admin'), { ...shop, active: false })
    expect(allowed).toEqual(['update', 'goods', 'stock', 'stocktake'])
  })

  test.each`
    who                    | site               | exists   | outcome
    ${'village-admin'}     | ${VILLAGE}         | ${true}  | ${null}
    ${'village-admin'}     | ${`${VILLAGE}-01`} | ${true}  | ${null}
    ${'village-admin'}     | ${OTHER_VILLAGE}   | ${true}  | ${'site_not_yours'}
    ${'village-admin'}     | ${TOWN}            | ${true}  | ${'site_not_yours'}
    ${'village-admin'}     | ${VILLAGE}         | ${false} | ${'site_unknown'}
    ${'points-supervisor'} | ${VILLAGE}         | ${true}  | ${'role_not_allowed'}
    ${'town-officer'}      | ${TOWN}            | ${true}  | ${'role_not_allowed'}
  `('$who opens one at $site: $outcome', ({ who, site, exists, outcome }) => {
    expect(refusalOf(checkShopOpening(actorOf(who as Role), site as string, exists as boolean))).toBe(outcome)
  })

  test.each`
    shopSite    | cardSite           | served
    ${VILLAGE}  | ${VILLAGE}         | ${true}
    ${VILLAGE}  | ${`${VILLAGE}-01`} | ${true}
    ${TOWN}     | ${VILLAGE}         | ${true}
    ${DISTRICT} | ${OTHER_VILLAGE}   | ${true}
    ${TOWN}     | ${OTHER_VILLAGE}   | ${false}
    ${VILLAGE}  | ${TOWN}            | ${false}
  `('a shop of $shopSite serves a card of $cardSite: $served', ({ shopSite, cardSite, served }) => {
    expect(serves({ siteCode: shopSite as string }, cardSite as string)).toBe(served)
  })
})

describe('stock', () => {
  const soap = { code: 'G-1', name: '肥皂', stock: 10 }
  const rice = { code: 'G-2', name: '大米', stock: 2 }

  test('a purchase comes in, a correction goes out, never below zero', () => {
    expect([kindOfChange(5), kindOfChange(-5)]).toEqual(['restock', 'correction'])
    expect(valueOf(moveStock(soap, 'restock', 5))).toEqual({ goods: 'G-1', kind: 'restock', change: 5, stockAfter: 15 })
    expect(valueOf(moveStock(soap, 'correction', -10)).stockAfter).toBe(0)
    expect(moveStock(soap, 'correction', -11)).toMatchObject({
      code: 'out_of_stock',
      details: { goods: 'G-1', stock: 10, asked: 11 },
    })
  })

  test('the difference of a stocktake is a movement of its own; what was found as booked moves nothing', () => {
    const counted = [
      { goods: 'G-2', counted: 2 },
      { goods: 'G-1', counted: 7 },
    ]
    expect(valueOf(stocktakeOf(counted, [soap, rice]))).toEqual({
      lines: [
        { goods: 'G-2', name: '大米', booked: 2, counted: 2, difference: 0 },
        { goods: 'G-1', name: '肥皂', booked: 10, counted: 7, difference: -3 },
      ],
      movements: [{ goods: 'G-1', kind: 'stocktake', change: -3, stockAfter: 7 }],
    })
  })

  test('goods that are not the shop’s are not counted', () => {
    expect(stocktakeOf([{ goods: 'G-9', counted: 1 }], [soap])).toMatchObject({
      code: 'goods_unknown',
      details: { goods: 'G-9' },
    })
  })

  test('the stock is the sum of its movements, and a stocktake makes it what was counted', () => {
    const step = fc.oneof(
      fc.record({
        take: fc.constant(false),
        figure: fc.integer({ min: -20, max: 20 }).filter((change) => change !== 0),
      }),
      fc.record({ take: fc.constant(true), figure: fc.nat(30) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let stock = 0
        const changes: number[] = []
        for (const { take, figure } of steps) {
          if (take) {
            const { movements } = valueOf(stocktakeOf([{ goods: 'G-1', counted: figure }], [{ ...soap, stock }]))
            for (const movement of movements) {
              changes.push(movement.change)
              stock = movement.stockAfter
            }
            expect(stock).toBe(figure)
          } else {
            const moved = moveStock({ code: 'G-1', stock }, kindOfChange(figure), figure)
            if (!moved.ok) continue
            changes.push(moved.value.change)
            stock = moved.value.stockAfter
          }
          expect(stock).toBe(changes.reduce((sum, change) => sum + change, 0))
          expect(stock).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('moves by a cause once', () => {
    expect(stockCauseOf.redeem('d1', 'G-1')).toBe('redeem:d1:G-1')
    expect(stockCauseOf.void('d1', 'G-1')).toBe('void:d1:G-1')
    expect(stockCauseOf.stocktake('k1', 'G-1')).toBe('stocktake:k1:G-1')
    expect(stockCauseOf.moved('restock', 'm1')).toBe('restock:m1')
  })
})

describe('settling', () => {
  test.each`
    day             | who                                                          | outcome
    ${'2026-11-23'} | ${actorOf('points-supervisor')}                              | ${null}
    ${'2026-11-24'} | ${actorOf('points-supervisor')}                              | ${'day_not_over'}
    ${'2026-11-25'} | ${actorOf('points-supervisor')}                              | ${'day_not_over'}
    ${'2026-02-30'} | ${actorOf('points-supervisor')}                              | ${'day_not_over'}
    ${'2026-11-23'} | ${actorOf('village-admin')}                                  | ${'role_not_allowed'}
    ${'2026-11-23'} | ${actorOf('points-supervisor', { siteCode: OTHER_VILLAGE })} | ${'site_not_yours'}
  `('$day by $who.role of $who.siteCode: $outcome', ({ day, who, outcome }) => {
    expect(refusalOf(checkSettling(shop, day as string, who as UserActor, NOW))).toBe(outcome)
  })

  test('a day is over at its midnight in China', () => {
    const midnight = at('2026-11-25T00:00')
    const supervisor = actorOf('points-supervisor')
    expect(refusalOf(checkSettling(shop, '2026-11-24', supervisor, midnight - 1))).toBe('day_not_over')
    expect(valueOf(checkSettling(shop, '2026-11-24', supervisor, midnight))).toEqual({ until: midnight })
  })
})

describe('flags are settled by a supervisor', () => {
  const flag = { state: 'open', siteCode: VILLAGE, householdCode: THEIRS } as const
  test.each(ROLES)('%s', (role) => {
    const supervisor = role === 'points-supervisor'
    expect(refusalOf(checkFlagSettling(flag, actorOf(role)))).toBe(supervisor ? null : 'role_not_allowed')
    expect(allowedOfFlag(flag, actorOf(role))).toEqual(supervisor ? ['settle'] : [])
  })

  test('not of the own household, and once', () => {
    expect(refusalOf(checkFlagSettling(flag, ofTheirs('points-supervisor')))).toBe('same_household')
    expect(refusalOf(checkFlagSettling({ ...flag, state: 'settled' }, actorOf('points-supervisor')))).toBe(
      'wrong_state',
    )
  })
})
