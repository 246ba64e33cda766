import { join } from 'node:path'
import { parentOf } from '@practice/kernel'
import { DATA_FOLDER, integerOf, readRows } from './csv'
import { readDivisions } from './divisions'
import { phoneOf } from './people'
import { randomOf } from './random'

/** The sample district: 固原市原州区. */
export const SAMPLE_DISTRICT = '640402'

export type PointKind = 'courtyard' | 'training-base' | 'field-school' | 'other'

/** A site to be seeded. */
export interface SiteSeed {
  code: string
  name: string
  tier: 'center' | 'town' | 'village' | 'point'
  parentCode: string | null
  kind: PointKind | null
  pilot: boolean
  /** People counted in 2020; towns only. */
  population: number | null
  address: string | null
  latitude: number | null
  longitude: number | null
  deskPhone: string | null
  deskHours: string | null
  sample: boolean
}

interface Place {
  latitude: number
  longitude: number
}

const OFFICE_HOURS = '周一至周五 8:30-12:00，14:30-18:00'
const KM_PER_DEGREE = 111

/**
 * The district, its 14 towns and 191 villages by true code, then the practice points. Codes, names and populations
 * are true; coordinates, desks and the choice of pilots are invented, hence every site is marked sample.
 */
export function sampleSites(): SiteSeed[] {
  const pilots = new Map(
    readRows('pilot-villages.csv', ['code', 'desk_hours']).map((row) => [row.code, row.desk_hours]),
  )
  const pilotTowns = new Set([...pilots.keys()].map(parentOf))
  const populations = new Map(
    readRows('population-640402.csv', ['code', 'name', 'population_2020']).map((row) => [
      row.code,
      integerOf(row.population_2020),
    ]),
  )
  const places = townPlaces()
  const sites = readDivisions(join(DATA_FOLDER, 'divisions-640402.csv'), SAMPLE_DISTRICT).map(
    (division, position): SiteSeed => ({
      ...division,
      ...(places.get(division.code) ?? placeNear(division.code, placeOf(places, parentOf(division.code)))),
      kind: null,
      pilot: pilots.has(division.code) || pilotTowns.has(division.code),
      population: populations.get(division.code) ?? null,
      address: null,
      deskPhone: phoneOf('desk', position),
      deskHours: pilots.get(division.code) ?? OFFICE_HOURS,
      sample: true,
    }),
  )
  return [...sites, ...samplePoints(new Map(sites.map((site) => [site.code, site])), sites.length)]
}

function samplePoints(sites: ReadonlyMap<string, SiteSeed>, phonesTaken: number): SiteSeed[] {
  return readRows('practice-points.csv', ['code', 'name', 'kind', 'address']).map((row, position) => {
    const village = sites.get(parentOf(row.code) ?? '')
    if (village?.latitude == null || village.longitude == null) throw new Error(`no village for the point ${row.code}`)
    const random = randomOf(`place:${row.code}`)
    return {
      code: row.code,
      name: row.name,
      tier: 'point',
      parentCode: village.code,
      ...moved(
        { latitude: village.latitude, longitude: village.longitude },
        random.fraction() * 0.6,
        random.fraction(),
      ),
      kind: row.kind as PointKind,
      pilot: false,
      population: null,
      address: row.address,
      deskPhone: phoneOf('desk', phonesTaken + position),
      deskHours: '9:00-18:00',
      sample: true,
    }
  })
}

function townPlaces(): Map<string, Place> {
  const rows = readRows('locations-640402.csv', ['code', 'latitude', 'longitude'])
  return new Map(rows.map((row) => [row.code, { latitude: Number(row.latitude), longitude: Number(row.longitude) }]))
}

function placeOf(places: ReadonlyMap<string, Place>, code: string | null): Place {
  const place = places.get(code ?? '')
  if (place === undefined) throw new Error(`no location for ${code}`)
  return place
}

/** Villages lie one to six kilometres from their town's seat, communities of a street within two. */
function placeNear(code: string, town: Place): Place {
  const random = randomOf(`place:${code}`)
  const street = code.startsWith('64040200')
  const distanceKm = street ? 0.3 + random.fraction() * 1.7 : 1 + random.fraction() * 5
  return moved(town, distanceKm, random.fraction())
}

/** A place `distanceKm` away, in the direction of that fraction of a turn, to four decimals (some ten metres). */
function moved(from: Place, distanceKm: number, turn: number): Place {
  const angle = turn * 2 * Math.PI
  const north = (distanceKm * Math.cos(angle)) / KM_PER_DEGREE
  const east = (distanceKm * Math.sin(angle)) / (KM_PER_DEGREE * Math.cos((from.latitude * Math.PI) / 180))
  return { latitude: rounded(from.latitude + north), longitude: rounded(from.longitude + east) }
}

function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
