import type { Goods } from '@practice/scoring/contracts'
import { ApiError } from '../../../api/error'
import { bodyOf, changed, isBasket, leavesUnsure, linesOf, newBasket, sumOf, withQuantity } from '../basket'

const goods = (code: string, points: number, stock: number) => ({ code, points, stock }) as Goods
const SHELF = [goods('rice', 30, 5), goods('soap', 4, 100)]

test('a basket is summed up in the order of the shelf', () => {
  const basket = withQuantity(withQuantity(newBasket('s'), 'soap', 3), 'rice', 2)
  const lines = linesOf(basket, SHELF)
  expect(lines.map(({ goods: { code }, points, stockAfter }) => [code, points, stockAfter])).toEqual([
    ['rice', 60, 3],
    ['soap', 12, 97],
  ])
  expect(sumOf(lines)).toBe(72)
  expect(bodyOf({ ...basket, card: 'c' }, lines)).toEqual({
    card: 'c',
    shop: 's',
    lines: [
      { goods: 'rice', quantity: 2 },
      { goods: 'soap', quantity: 3 },
    ],
  })
})

test('without card, shop or goods there is nothing to send', () => {
  const basket = withQuantity({ ...newBasket('s'), card: 'c' }, 'rice', 1)
  expect(bodyOf({ ...basket, card: null }, linesOf(basket, SHELF))).toBeNull()
  expect(bodyOf({ ...basket, shop: null }, linesOf(basket, SHELF))).toBeNull()
  expect(bodyOf(basket, linesOf(withQuantity(basket, 'rice', 0), SHELF))).toBeNull()
})

test('another content is another redemption', () => {
  const basket = newBasket()
  const keys = [basket, withQuantity(basket, 'rice', 1), changed(basket, { card: 'c' }), changed(basket, { shop: 's' })]
  expect(new Set(keys.map(({ key }) => key)).size).toBe(4)
})

test.each([
  [new ApiError(0, 'network'), true],
  [new ApiError(502, 'server'), true],
  [new ApiError(409, 'insufficient_points'), false],
  [new ApiError(400, 'invalid'), false],
  [null, false],
])('%s leaves unsure: %s', (error, isUnsure) => {
  expect(leavesUnsure(error)).toBe(isUnsure)
})

test('what was kept is taken up only in its form', () => {
  expect(isBasket(JSON.parse(JSON.stringify(newBasket())))).toBe(true)
  for (const other of [null, 1, {}, { key: 'k' }]) expect(isBasket(other)).toBe(false)
})
