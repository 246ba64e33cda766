import { hullOf, nearerPart, spread } from './plane'
import type { Point } from './plane'

/** A site as the map needs it; without a place it is in the table alone. */
export interface PlacedSite {
  code: string
  name: string
  latitude: number | null
  longitude: number | null
}

/** A town on the map: where its name stands, and the corners of its field. */
export interface Field {
  code: string
  name: string
  at: Point
  corners: readonly Point[]
}

/** A schematic map: fields within a drawing of this size. */
export interface DistrictMap {
  width: number
  height: number
  fields: readonly Field[]
}

const WIDTH = 340
/** What a name of four characters and a figure below it take up. */
const NAME = { width: 62, height: 46 } as const
const EDGE = 34
const CORNERS = 12

/**
 * A map of neighbourhoods: each town has the ground that is nearer to its office than to any other. It is no map of
 * borders, which nobody gave us, but it lies as the towns lie; where they are close together they are moved apart, so
 * that their names can be read.
 */
export function districtMap(sites: readonly PlacedSite[]): DistrictMap | null {
  const placed = sites.filter(
    (site): site is PlacedSite & { latitude: number; longitude: number } =>
      site.latitude !== null && site.longitude !== null,
  )
  if (placed.length < 2) return null
  const points = spread(fitted(placed), NAME.width, NAME.height)
  const outline = hullOf(points.flatMap(around))
  const [left, top] = [0, 1].map((axis) => Math.min(...outline.map((point) => point[axis] as number))) as [
    number,
    number,
  ]
  const [right, bottom] = [0, 1].map((axis) => Math.max(...outline.map((point) => point[axis] as number))) as [
    number,
    number,
  ]
  const shift = ([x, y]: Point): Point => [rounded(x - left), rounded(y - top)]
  return {
    width: rounded(right - left),
    height: rounded(bottom - top),
    fields: placed.map(({ code, name }, index) => {
      const own = points[index] as Point
      const corners = points.reduce<Point[]>(
        (shape, other) => (other === own ? shape : nearerPart(shape, own, other)),
        outline,
      )
      return { code, name, at: shift(own), corners: corners.map(shift) }
    }),
  }
}

/** Places as points of a drawing of the full width: north is up, and a kilometre is as long in either direction. */
function fitted(places: readonly { latitude: number; longitude: number }[]): Point[] {
  const middle = places.reduce((sum, { latitude }) => sum + latitude, 0) / places.length
  const flat = places.map(({ latitude, longitude }): Point => [
    longitude * Math.cos((middle * Math.PI) / 180),
    -latitude,
  ])
  const xs = flat.map(([x]) => x)
  const ys = flat.map(([, y]) => y)
  const span = Math.max(Math.max(...xs) - Math.min(...xs), (Math.max(...ys) - Math.min(...ys)) * 0.8)
  const scale = span === 0 ? 0 : (WIDTH - 2 * EDGE) / span
  return flat.map(([x, y]): Point => [(x - Math.min(...xs)) * scale, (y - Math.min(...ys)) * scale])
}

/** The corners of a round edge about a point: towns at the rim get some ground beyond themselves. */
function around([x, y]: Point): Point[] {
  return Array.from({ length: CORNERS }, (_, index): Point => {
    const angle = (index / CORNERS) * 2 * Math.PI
    return [x + EDGE * Math.cos(angle), y + EDGE * Math.sin(angle)]
  })
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

/** How strongly a field is coloured: not at all without a late order, most where there are most; 0 to 1. */
export function strengthOf(count: number, most: number): number {
  return count === 0 ? 0 : 0.3 + 0.7 * (count / Math.max(most, 1))
}
