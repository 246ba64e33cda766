import * as fc from 'fast-check'
import { ROLES, type Actor } from '@practice/kernel'
import {
  allowedOfRedemption,
  checkRedemption,
  checkVoid,
  type RedeemFacts,
  type Redeeming,
  type RedemptionStanding,
} from '@practice/scoring/domain'
import {
  actorOf,
  CARD,
  ofTheirs,
  OTHER_TOWN,
  OTHER_VILLAGE,
  REDEEM_FACTS,
  REDEEMING_CARD,
  refusalOf,
  SHOP,
  THEIRS,
  TOWN,
  valueOf,
  VILLAGE,
} from './scoring-fixtures'

interface Case {
  actor?: Actor
  lines?: Redeeming['lines']
  facts?: Partial<RedeemFacts>
}

const SOAP = (quantity: number) => ({ goods: 'G-1', quantity })
const RICE = (quantity: number) => ({ goods: 'G-2', quantity })
const check = ({ actor = actorOf('village-admin'), lines = [SOAP(2)], facts = {} }: Case) =>
  checkRedemption(actor, { card: CARD, shop: SHOP, lines }, { ...REDEEM_FACTS, ...facts })
const card = (changes: Partial<typeof REDEEMING_CARD>) => ({ card: { ...REDEEMING_CARD, ...changes } })
const shop = (changes: object) => ({ shop: { code: SHOP, siteCode: VILLAGE, active: true, ...changes } })
const goods = (changes: object) => ({ goods: REDEEM_FACTS.goods.map((one) => ({ ...one, ...changes })) })

test('a receipt says what each line costs, and they add up', () => {
  expect(valueOf(check({ lines: [SOAP(2), RICE(1)] }))).toEqual({
    lines: [
      { goods: 'G-1', name: '肥皂', unit: '块', quantity: 2, points: 10 },
      { goods: 'G-2', name: '大米', unit: '袋', quantity: 1, points: 40 },
    ],
    points: 50,
  })
})

test.each(ROLES)('%s', (role) => {
  expect(refusalOf(check({ actor: actorOf(role) }))).toBe(role === 'village-admin' ? null : 'role_not_allowed')
})

test.each`
  because                                  | given                                                   | outcome
  ${'there is no such card'}               | ${{ facts: { card: null } }}                            | ${'card_unknown'}
  ${'the card is not theirs to see'}       | ${{ facts: card({ visible: false }) }}                  | ${'card_unknown'}
  ${'the card is of another village'}      | ${{ facts: card({ siteCode: OTHER_VILLAGE }) }}         | ${'role_not_allowed'}
  ${'the own household shops'}             | ${{ actor: ofTheirs('village-admin') }}                 | ${'same_household'}
  ${'the card is closed'}                  | ${{ facts: card({ state: 'closed' }) }}                 | ${'card_closed'}
  ${'the card is frozen'}                  | ${{ facts: card({ state: 'frozen' }) }}                 | ${'card_frozen'}
  ${'there is no such shop'}               | ${{ facts: { shop: null } }}                            | ${'shop_unknown'}
  ${'the shop is closed'}                  | ${{ facts: shop({ active: false }) }}                   | ${'shop_inactive'}
  ${'the town’s shop serves its villages'} | ${{ facts: shop({ siteCode: TOWN }) }}                  | ${null}
  ${'another town’s shop does not'}        | ${{ facts: shop({ siteCode: OTHER_TOWN }) }}            | ${'shop_elsewhere'}
  ${'another village’s shop does not'}     | ${{ facts: shop({ siteCode: OTHER_VILLAGE }) }}         | ${'shop_elsewhere'}
  ${'a point’s shop serves the point'}     | ${{ facts: shop({ siteCode: `${VILLAGE}-01` }) }}       | ${'shop_elsewhere'}
  ${'there are no such goods'}             | ${{ lines: [{ goods: 'G-9', quantity: 1 }] }}           | ${'goods_unknown'}
  ${'the goods are another shop’s'}        | ${{ facts: goods({ shopCode: 'S-0002' }) }}             | ${'goods_unknown'}
  ${'the goods are off the shelf'}         | ${{ facts: goods({ active: false }) }}                  | ${'goods_inactive'}
  ${'it is the smallest redemption'}       | ${{ lines: [SOAP(2)] }}                                 | ${null}
  ${'it is less than that'}                | ${{ lines: [SOAP(1)] }}                                 | ${'below_minimum'}
  ${'it takes all that the card has'}      | ${{ lines: [SOAP(2)], facts: card({ balance: 10 }) }}   | ${null}
  ${'it takes a point more'}               | ${{ lines: [SOAP(2)], facts: card({ balance: 9 }) }}    | ${'insufficient_points'}
  ${'it takes all of the stock'}           | ${{ lines: [RICE(2)] }}                                 | ${null}
  ${'it takes one more'}                   | ${{ lines: [RICE(3)], facts: card({ balance: 1000 }) }} | ${'out_of_stock'}
`('$because: $outcome', ({ given, outcome }) => {
  expect(refusalOf(check(given as Case))).toBe(outcome)
})

test('conflicts come with their figures', () => {
  expect(check({ lines: [SOAP(1)] })).toMatchObject({ details: { minimum: 10, points: 5 } })
  expect(check({ facts: card({ balance: 9 }) })).toMatchObject({ details: { balance: 9, points: 10 } })
  const rich = card({ balance: 1000 })
  expect(check({ lines: [SOAP(1), RICE(3)], facts: rich })).toMatchObject({
    details: { goods: 'G-2', stock: 2, asked: 3 },
  })
})

test('earlier wins: smallest redemption, balance, stock', () => {
  const minimumRedemption = 1000
  const empty = { ...card({ balance: 0 }), ...goods({ stock: 0 }) }
  expect(refusalOf(check({ facts: { ...empty, minimumRedemption } }))).toBe('below_minimum')
  expect(refusalOf(check({ facts: empty }))).toBe('insufficient_points')
  expect(refusalOf(check({ facts: goods({ stock: 0 }) }))).toBe('out_of_stock')
})

test('whatever is redeemed, neither points nor stock go below zero', () => {
  const quantity = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(quantity, quantity, fc.nat(200), fc.nat(12), fc.nat(12), (soaps, bags, balance, soap, rice) => {
      const stocks = [soap, rice]
      const facts = {
        ...card({ balance }),
        goods: REDEEM_FACTS.goods.map((one, index) => ({ ...one, stock: stocks[index] ?? 0 })),
      }
      const result = check({ lines: [SOAP(soaps), RICE(bags)], facts })
      const points = soaps * 5 + bags * 40
      expect(result.ok).toBe(points >= 10 && points <= balance && soaps <= soap && bags <= rice)
      if (result.ok) expect(result.value.points).toBe(points)
    }),
  )
})

describe('voiding', () => {
  const standing = (changes: Partial<RedemptionStanding> = {}): RedemptionStanding => ({
    state: 'done',
    siteCode: VILLAGE,
    householdCode: THEIRS,
    actor: 'village-admin',
    ...changes,
  })

  test.each(ROLES)('%s', (role) => {
    const supervisor = role === 'points-supervisor'
    expect(refusalOf(checkVoid(standing(), actorOf(role)))).toBe(supervisor ? null : 'role_not_allowed')
    expect(allowedOfRedemption(standing(), actorOf(role))).toEqual(supervisor ? ['void'] : [])
  })

  test.each`
    because                   | redemption                       | who                                                            | outcome
    ${'by who redeemed it'}   | ${standing()}                    | ${actorOf('points-supervisor', { username: 'village-admin' })} | ${'own_redemption'}
    ${'of the own household'} | ${standing()}                    | ${ofTheirs('points-supervisor')}                               | ${'same_household'}
    ${'twice'}                | ${standing({ state: 'voided' })} | ${actorOf('points-supervisor')}                                | ${'already_voided'}
    ${'in another village'}   | ${standing()}                    | ${actorOf('points-supervisor', { siteCode: OTHER_VILLAGE })}   | ${'role_not_allowed'}
  `('$because: $outcome', ({ redemption, who, outcome }) => {
    expect(refusalOf(checkVoid(redemption as RedemptionStanding, who as Actor))).toBe(outcome)
  })
})
