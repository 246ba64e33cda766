import { percentOn, scaleOf } from '../chart-scale'

test.each([
  [[], [0, 1]],
  [
    [0, 0],
    [0, 1],
  ],
  [
    [3, 1],
    [0, 1, 2, 3],
  ],
  [
    [940, 120],
    [0, 200, 400, 600, 800, 1000],
  ],
  [
    [-30, 180],
    [-50, 0, 50, 100, 150, 200],
  ],
])('%j is drawn on %j', (figures, ticks) => {
  expect(scaleOf(figures).ticks).toEqual(ticks)
})

test('every figure lies between the ends, in at most seven steps', () => {
  for (let most = 0; most < 30_000; most += 37) {
    for (const figures of [[most], [-most], [most, -Math.round(most / 3)]]) {
      const scale = scaleOf(figures)
      expect(scale.ticks.length).toBeLessThanOrEqual(8)
      for (const figure of [0, ...figures]) {
        expect(percentOn(scale, figure)).toBeGreaterThanOrEqual(0)
        expect(percentOn(scale, figure)).toBeLessThanOrEqual(100)
      }
    }
  }
})
