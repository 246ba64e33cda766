import type { PointsSummary, Redemption } from '@practice/scoring/contracts'
import { CHINA_OFFSET_MS } from '@practice/kernel'
import { as, nobody } from '../support/api'
import { dataOf, refusalOf } from './dispatch-support'
import { atTime } from './points-support'
import {
  cardWith,
  DAY_MS,
  goodsOf,
  makeAccount,
  openCounter,
  redeem,
  voidOf,
  type Counter,
} from './scoring-shop-support'

const TOWN = '640402003'
const [FIRST, SECOND] = ['640402003001', '640402003002'] as const

let first: Counter
let second: Counter

beforeAll(async () => {
  first = await openCounter(FIRST, 3, { outstandingBudget: 1000 })
  second = await openCounter(SECOND, 2)
  const card = await cardWith(first, 150)
  await cardWith(second, 40)
  const goods = await goodsOf(first, 10, 10)
  dataOf(await redeem(first, card, [[goods, 3]]))
  dataOf(await voidOf(first.supervisor, dataOf<Redemption>(await redeem(first, card, [[goods, 2]]))))
  // On its way: recorded, on notice.
  const past = Date.now() - DAY_MS
  await atTime(past, async () => {
    for (const quantity of [2, 3]) {
      const occurredAt = new Date(past - 1000).toISOString()
      const data = { card: card.number, rule: 'P-1', quantity, occurredAt, evidence: [] }
      const { documentId } = dataOf<{ documentId: string }>(await first.admin.post('/api/scoring/records', { data }))
      if (quantity === 2) dataOf(await first.reviewer.post(`/api/scoring/records/${documentId}/approve`, { data: {} }))
    }
  })
})

const summaryOf = async (caller: Counter['admin'], query = '') =>
  dataOf<PointsSummary>(await caller.get(`/api/scoring/summary${query}`))

test('a village sees what it issued, what was redeemed, what is held and what is on its way', async () => {
  const summary = await summaryOf(first.admin)
  expect(summary).toMatchObject({
    ...{ site: { code: FIRST }, issued: 150, redeemed: 30, lapsed: 0, outstanding: 120, pending: 5, cards: 3 },
    budget: { site: { code: FIRST }, points: 1000, used: 125 },
    waiting: { recorded: 1, noticed: 1, held: 0, flags: 0 },
  })
  expect(summary.byTheme).toHaveLength(6)
  expect(summary.byTheme.find(({ theme }) => theme === 'service')).toEqual({
    theme: 'service',
    issued: 150,
    records: 2,
  })
  expect(summary.byTheme.filter(({ issued }) => issued === 0)).toHaveLength(5)
})

test('every month is there, the earliest first, those in which nothing happened with zeros', async () => {
  const { byMonth } = await summaryOf(first.admin)
  const thisMonth = new Date(Date.now() + CHINA_OFFSET_MS).toISOString().slice(0, 7)
  expect(byMonth).toHaveLength(12)
  expect([...byMonth].sort((left, right) => (left.month < right.month ? -1 : 1))).toEqual(byMonth)
  expect(byMonth.at(-1)).toEqual({ month: thisMonth, issued: 150, redeemed: 30, lapsed: 0 })
  expect(byMonth[0]).toMatchObject({ issued: 0, redeemed: 0, lapsed: 0 })
  expect((await summaryOf(first.admin, '?months=36')).byMonth).toHaveLength(36)
  const later = Date.now() + 40 * DAY_MS
  expect(await atTime(later, () => summaryOf(first.admin, '?months=1'))).toMatchObject({ issued: 0, outstanding: 120 })
})

test('a town sees its villages apart, and all of them together', async () => {
  const officer = await makeAccount('town-officer', TOWN)
  const summary = await summaryOf(officer)
  expect(summary).toMatchObject({
    site: { code: TOWN },
    issued: 190,
    redeemed: 30,
    outstanding: 160,
    pending: 5,
    cards: 5,
  })
  expect(summary.below.length).toBeGreaterThan(2)
  const figuresOf = (code: string) => summary.below.find(({ site }) => site.code === code)
  expect(figuresOf(FIRST)).toMatchObject({ issued: 150, redeemed: 30, outstanding: 120, pending: 5, cards: 3 })
  expect(figuresOf(SECOND)).toMatchObject({ issued: 40, redeemed: 0, outstanding: 40, pending: 0, cards: 2 })
  expect(await summaryOf(officer, `?site=${SECOND}`)).toMatchObject({
    site: { code: SECOND },
    issued: 40,
    below: [],
    budget: null,
  })
  const district = await summaryOf(await as('county-dispatcher'))
  expect(district.below.find(({ site }) => site.code === TOWN)).toMatchObject({ issued: 190, outstanding: 160 })
})

test('the figures are those of the ledger', async () => {
  const { outstanding } = await summaryOf(first.admin)
  const cards = dataOf<{ balance: number }[]>(await first.admin.get('/api/scoring/cards'))
  expect(cards.reduce((sum, { balance }) => sum + balance, 0)).toBe(outstanding)
})

test.each`
  who                    | query                | refusal
  ${'village-admin'}     | ${`?site=${FIRST}`}  | ${'403 site_not_yours'}
  ${'county-dispatcher'} | ${'?site=640402999'} | ${'422 site_unknown'}
  ${'county-dispatcher'} | ${'?months=0'}       | ${'400 invalid'}
  ${'county-dispatcher'} | ${'?year=2026'}      | ${'400 invalid'}
  ${'resident'}          | ${''}                | ${'403 role_not_allowed'}
`('$who asks $query: $refusal', async ({ who, query, refusal }: Record<'who' | 'query' | 'refusal', string>) => {
  expect(refusalOf(await (await as(who)).get(`/api/scoring/summary${query}`))).toBe(refusal)
})

test('nobody who is not signed in sees figures', async () => {
  expect([401, 403]).toContain((await nobody().get('/api/scoring/summary')).status)
})
