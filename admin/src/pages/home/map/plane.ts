/** A point of the drawing: x to the right, y downwards. */
export type Point = readonly [x: number, y: number]

/** The turn from `a` over `b` to `c`: above zero to one side, below it to the other, zero straight on. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** The corners of the smallest shape without dents around the points, in order (Andrew's monotone chain). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1])
  const half = (walk: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of walk) {
      while (chain.length >= 2) {
        const [before, last] = chain.slice(-2) as [Point, Point]
        if (turn(before, last, point) > 0) break
        chain.pop()
      }
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())]
}

/** What of a shape without dents is at least as near to `own` as to `other`. */
export function nearerPart(shape: readonly Point[], own: Point, other: Point): Point[] {
  const middle: Point = [(own[0] + other[0]) / 2, (own[1] + other[1]) / 2]
  const towards: Point = [other[0] - own[0], other[1] - own[1]]
  /** How far beyond the middle a point lies, in the measure of `towards`. */
  const beyond = ([x, y]: Point) => (x - middle[0]) * towards[0] + (y - middle[1]) * towards[1]
  return shape.flatMap((from, index) => {
    const to = shape[(index + 1) % shape.length] as Point
    const [here, there] = [beyond(from), beyond(to)]
    const kept: Point[] = here <= 0 ? [from] : []
    if (here < 0 === there < 0 || here === 0 || there === 0) return kept
    const part = here / (here - there)
    return [...kept, [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]]
  })
}

const ROUNDS = 400

/**
 * Moves points away from one another until each has a field of `width` by `height` to itself, as little as that takes;
 * what lies apart already stays. Two at the same place part sideways, by their order.
 */
export function spread(points: readonly Point[], width: number, height: number): Point[] {
  const moved = points.map(([x, y]): [number, number] => [x, y])
  for (let round = 0; round < ROUNDS; round++) {
    let isQuiet = true
    for (const [index, one] of moved.entries()) {
      for (const other of moved.slice(index + 1)) {
        const dx = (other[0] - one[0]) / width
        const dy = (other[1] - one[1]) / height
        const apart = Math.hypot(dx, dy)
        if (apart >= 1) continue
        isQuiet = false
        const [towardsX, towardsY] = apart === 0 ? [1, 0] : [dx / apart, dy / apart]
        // A little more than half of what is missing, so that it comes to an end.
        const step = (1 - apart) * 0.51
        one[0] -= towardsX * step * width
        one[1] -= towardsY * step * height
        other[0] += towardsX * step * width
        other[1] += towardsY * step * height
      }
    }
    if (isQuiet) break
  }
  return moved
}
