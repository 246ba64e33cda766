import { districtMap, strengthOf } from '../map/district-map'
import { hullOf, nearerPart, spread } from '../map/plane'
import type { Point } from '../map/plane'

const SQUARE: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
]

/** The area of a shape, whichever way round its corners go. */
function areaOf(corners: readonly Point[]): number {
  const doubled = corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] as Point
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(doubled) / 2
}

test('a hull has the outer points alone', () => {
  expect(hullOf([...SQUARE, [5, 5], [1, 9], [5, 0]])).toHaveLength(4)
  expect(areaOf(hullOf([...SQUARE, [5, 5]]))).toBe(100)
  expect(hullOf([[1, 1]])).toEqual([[1, 1]])
})

test('two neighbours share the ground at the middle between them', () => {
  const left = nearerPart(SQUARE, [2, 5], [8, 5])
  const right = nearerPart(SQUARE, [8, 5], [2, 5])
  expect(areaOf(left)).toBeCloseTo(50)
  expect(areaOf(left) + areaOf(right)).toBeCloseTo(100)
  expect(Math.max(...left.map(([x]) => x))).toBe(5)
})

test('ground that is all one’s own is left as it is', () => {
  expect(nearerPart(SQUARE, [5, 5], [100, 5])).toEqual(SQUARE)
})

test('points are moved apart until names fit, and what is apart stays', () => {
  const [one, other, far] = spread(
    [
      [0, 0],
      [1, 0],
      [500, 500],
    ],
    60,
    40,
  ) as [Point, Point, Point]
  expect(Math.hypot((other[0] - one[0]) / 60, (other[1] - one[1]) / 40)).toBeGreaterThanOrEqual(0.99)
  expect(far).toEqual([500, 500])
  const [same, twin] = spread(
    [
      [3, 3],
      [3, 3],
    ],
    60,
    40,
  ) as [Point, Point]
  expect(twin[0] - same[0]).toBeGreaterThan(59)
})

const TOWNS = [
  { code: '640402001', name: '南关街道', latitude: 36.002, longitude: 106.283 },
  { code: '640402002', name: '古雁街道', latitude: 36.011, longitude: 106.261 },
  { code: '640402100', name: '三营镇', latitude: 36.27, longitude: 106.165 },
  { code: '640402201', name: '开城镇', latitude: 35.96, longitude: 106.47 },
]

test('every town has a field of its own that its name stands in, and together they are the whole', () => {
  const map = districtMap(TOWNS)
  if (map === null) throw new Error('there is no map')
  expect(map.fields.map(({ code }) => code)).toEqual(TOWNS.map(({ code }) => code))
  for (const { at, corners } of map.fields) {
    expect(corners.length).toBeGreaterThanOrEqual(3)
    for (const [x, y] of [at, ...corners]) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(map.width)
      expect(y).toBeLessThanOrEqual(map.height)
    }
  }
  const whole = areaOf(hullOf(map.fields.flatMap(({ corners }) => corners)))
  const parts = map.fields.reduce((sum, { corners }) => sum + areaOf(corners), 0)
  expect(Math.abs(parts - whole) / whole).toBeLessThan(0.01)
})

test('north is up and east is right', () => {
  const map = districtMap(TOWNS)
  const at = (code: string) => map?.fields.find((field) => field.code === code)?.at as Point
  expect(at('640402100')[1]).toBeLessThan(at('640402001')[1])
  expect(at('640402201')[0]).toBeGreaterThan(at('640402001')[0])
})

test('without places there is no map', () => {
  expect(districtMap([])).toBeNull()
  expect(districtMap(TOWNS.map((town) => ({ ...town, latitude: null })))).toBeNull()
})

test.each`
  count | most  | strength
  ${0}  | ${0}  | ${0}
  ${0}  | ${9}  | ${0}
  ${9}  | ${9}  | ${1}
  ${3}  | ${10} | ${0.51}
`('$count of $most is coloured by $strength', ({ count, most, strength }: Record<string, number>) => {
  expect(strengthOf(count as number, most as number)).toBeCloseTo(strength as number)
})
