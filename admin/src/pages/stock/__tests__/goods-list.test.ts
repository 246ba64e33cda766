import type { Goods } from '@practice/scoring/contracts'
import { canTake, fenOf, inOrderOfNeed, levelOf, shortOf } from '../goods-list'

const goods = (name: string, stock: number, part: Partial<Goods> = {}): Goods => ({
  code: name,
  name,
  unit: '袋',
  points: 10,
  costFen: null,
  stock,
  lowStock: 5,
  active: true,
  shop: { code: 'S', name: '超市' },
  version: 1,
  ...part,
})

test.each`
  stock | lowStock | level
  ${0}  | ${5}     | ${'none'}
  ${0}  | ${0}     | ${'none'}
  ${5}  | ${5}     | ${'low'}
  ${6}  | ${5}     | ${'enough'}
  ${1}  | ${0}     | ${'enough'}
`(
  '$stock of which $lowStock is low: $level',
  ({ level, ...stock }: { stock: number; lowStock: number; level: string }) => {
    expect(levelOf(stock)).toBe(level)
  },
)

test('what runs out comes first, what is not sold last', () => {
  const list = [goods('盐', 50), goods('米', 4), goods('醋', 0), goods('油', 0, { active: false }), goods('皂', 4)]
  expect(inOrderOfNeed(list).map(({ name }) => name)).toEqual(['醋', '米', '皂', '盐', '油'])
  expect(shortOf(list)).toBe(3)
})

test.each`
  count   | can
  ${null} | ${false}
  ${0}    | ${false}
  ${4}    | ${true}
  ${5}    | ${false}
`('taking $count off a stock of 4', ({ count, can }: { count: number | null; can: boolean }) => {
  expect(canTake(4, count)).toBe(can)
})

test('yuan become whole fen', () => {
  expect([fenOf(12.35), fenOf(0.29), fenOf(0), fenOf(null), fenOf(undefined)]).toEqual([1235, 29, 0, null, null])
})
