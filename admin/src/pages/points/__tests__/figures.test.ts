import { THEMES as CONTRACT_THEMES } from '@practice/scoring/contracts'
import { budgetUseOf, hasBegun, monthsOf, themesOf } from '../figures'
import { silentSince } from '../silent'

const month = (name: string, issued: number) => ({ month: name, issued, redeemed: 1, lapsed: 0 })

describe('months', () => {
  test('stand in their order, whatever order they came in', () => {
    expect(monthsOf([month('2026-11', 5), month('2026-10', 3)]).map((figures) => figures.month)).toEqual([
      '2026-10',
      '2026-11',
    ])
  })

  test('leave no gap, also over a New Year', () => {
    const months = monthsOf([month('2026-11', 5), month('2027-02', 3)])
    expect(months.map((figures) => figures.month)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(months[1]).toEqual({ month: '2026-12', issued: 0, redeemed: 0, lapsed: 0 })
  })

  test('begin when points did', () => {
    const nothing = { month: '2026-09', issued: 0, redeemed: 0, lapsed: 0 }
    expect(monthsOf([nothing, month('2026-10', 3)]).map((figures) => figures.month)).toEqual(['2026-10'])
    expect(monthsOf([nothing])).toEqual([])
    expect(monthsOf([])).toEqual([])
  })
})

describe('themes', () => {
  test('are all six in the order of the contract, with their part of the whole', () => {
    const themes = themesOf([
      { theme: 'service', issued: 30, records: 3 },
      { theme: 'theory', issued: 10, records: 10 },
    ])
    expect(themes.map(({ theme }) => theme)).toEqual([...CONTRACT_THEMES])
    expect(themes.at(0)).toEqual({ theme: 'theory', issued: 10, records: 10, percent: 25 })
    expect(themes.at(1)).toEqual({ theme: 'policy', issued: 0, records: 0, percent: 0 })
    expect(themes.at(5)?.percent).toBe(75)
  })

  test('are not divided by nothing, nor by what corrections took below it', () => {
    expect(themesOf([]).every(({ percent }) => percent === 0)).toBe(true)
    expect(themesOf([{ theme: 'theory', issued: -5, records: 1 }])[0]?.percent).toBe(0)
  })
})

test.each`
  used    | points  | limit        | percent | left
  ${0}    | ${1000} | ${'far'}     | ${0}    | ${1000}
  ${890}  | ${1000} | ${'far'}     | ${89}   | ${110}
  ${900}  | ${1000} | ${'near'}    | ${90}   | ${100}
  ${1000} | ${1000} | ${'reached'} | ${100}  | ${0}
  ${1200} | ${1000} | ${'reached'} | ${100}  | ${0}
  ${0}    | ${0}    | ${'reached'} | ${100}  | ${0}
`(
  'a budget of $points of which $used are used is $limit',
  ({ used, points, ...expected }: { used: number; points: number; limit: string; percent: number; left: number }) => {
    expect(budgetUseOf({ site: { code: '1', name: 'x' }, used, points })).toMatchObject(expected)
  },
)

test('no budget is no bar', () => {
  expect(budgetUseOf(null)).toBeNull()
})

test('a site with a card has begun, one without anything has not', () => {
  const none = { issued: 0, redeemed: 0, lapsed: 0, outstanding: 0, pending: 0, cards: 0 }
  const rest = { site: { code: '1', name: 'x' }, budget: null, byTheme: [], byMonth: [], below: [] }
  const waiting = { recorded: 0, noticed: 0, held: 0, flags: 0 }
  expect(hasBegun({ ...none, ...rest, waiting })).toBe(false)
  expect(hasBegun({ ...none, cards: 1, ...rest, waiting })).toBe(true)
})

test('silent are the villages without a record since then, those that never had one first', () => {
  const since = Date.parse('2026-10-25T00:00:00Z')
  const sites = [
    { code: 'a', lastAt: '2026-11-01T00:00:00Z' },
    { code: 'b', lastAt: '2026-10-01T00:00:00Z' },
    { code: 'c', lastAt: null },
    { code: 'd', lastAt: '2026-09-01T00:00:00Z' },
  ]
  expect(silentSince(sites, since).map(({ code }) => code)).toEqual(['c', 'd', 'b'])
})
