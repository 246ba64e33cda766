import { sheetsOf } from '../sheets'

test.each([
  [0, []],
  [1, [1]],
  [10, [10]],
  [11, [10, 1]],
  [40, [10, 10, 10, 10]],
])('%i cards are on sheets of %j', (count, sheets) => {
  const cards = Array.from({ length: count }, (_, index) => index)
  expect(sheetsOf(cards).map(({ length }) => length)).toEqual(sheets)
  expect(sheetsOf(cards).flat()).toEqual(cards)
})
