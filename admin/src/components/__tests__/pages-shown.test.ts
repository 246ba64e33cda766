import { pagesShown } from '../pages-shown'

test.each([
  [1, 1, [1]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [1, 20, [1, 2, 3, 4, 5, 'gap', 20]],
  [4, 20, [1, 2, 3, 4, 5, 'gap', 20]],
  [5, 20, [1, 'gap', 4, 5, 6, 'gap', 20]],
  [20, 20, [1, 'gap', 16, 17, 18, 19, 20]],
] as const)('page %i of %i', (current, last, shown) => {
  expect(pagesShown(current, last)).toEqual(shown)
})

test('every page can be reached, none twice, and a gap leaves out at least two', () => {
  for (let last = 1; last < 30; last += 1) {
    for (let current = 1; current <= last; current += 1) {
      const shown = pagesShown(current, last)
      const pages = shown.filter((page) => page !== 'gap')
      expect(pages).toEqual([...new Set(pages)].sort((one, other) => one - other))
      expect(pages).toEqual(expect.arrayContaining([1, current, last]))
      shown.forEach((page, index) => {
        if (page !== 'gap') return
        expect(Number(shown[index + 1]) - Number(shown[index - 1])).toBeGreaterThan(2)
      })
    }
  }
})
