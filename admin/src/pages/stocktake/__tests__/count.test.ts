import type { Goods } from '@practice/scoring/contracts'
import { countOf, countedLines, isCounted } from '../count'

const goods = (code: string, stock: number) => ({ code, name: code, unit: '袋', stock }) as Goods
const SHELF = [goods('rice', 10), goods('oil', 4), goods('soap', 0)]

test('only what was counted is sent, in the order of the shelf, with its difference', () => {
  expect(countedLines(SHELF, { soap: 2, rice: 9 })).toEqual([
    { goods: 'rice', name: 'rice', unit: '袋', booked: 10, counted: 9, difference: -1 },
    { goods: 'soap', name: 'soap', unit: '袋', booked: 0, counted: 2, difference: 2 },
  ])
})

test('nothing counted is a count too', () => {
  expect(countedLines(SHELF, { oil: 0 })[0]?.difference).toBe(-4)
  expect(countedLines(SHELF, { gone: 3 })).toEqual([])
})

test.each`
  text         | count
  ${'12'}      | ${12}
  ${' 0 '}     | ${0}
  ${''}        | ${null}
  ${'-1'}      | ${null}
  ${'1.5'}     | ${null}
  ${'1000001'} | ${null}
  ${'12袋'}    | ${null}
`('$text is $count', ({ text, count }: { text: string; count: number | null }) => {
  expect(countOf(text)).toBe(count)
})

test('what was kept is checked before it is taken up', () => {
  expect(isCounted({ rice: 3 })).toBe(true)
  expect(isCounted({ rice: -3 })).toBe(false)
  expect(isCounted({ rice: '3' })).toBe(false)
  expect(isCounted(null)).toBe(false)
})
