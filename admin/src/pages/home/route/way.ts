/** Where something is. */
export interface Place {
  latitude: number
  longitude: number
}

/** The eight winds, clockwise from north. Keys of `home:wind`. */
export const WINDS = ['north', 'northEast', 'east', 'southEast', 'south', 'southWest', 'west', 'northWest'] as const
export type Wind = (typeof WINDS)[number]

/** The way as the crow flies: how far, and towards where. */
export interface Way {
  /** Kilometres, to a tenth below ten. */
  km: number
  wind: Wind
}

const EARTH_KM = 6371
/** Nearer than this, one is there. */
const HERE_KM = 0.2

/** The way from one place to another; null where one need not go. */
export function wayOf(from: Place, to: Place): Way | null {
  const north = radians(to.latitude - from.latitude)
  const east = radians(to.longitude - from.longitude) * Math.cos(radians((from.latitude + to.latitude) / 2))
  const km = EARTH_KM * Math.hypot(north, east)
  if (km < HERE_KM) return null
  const eighths = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return { km: km < 10 ? Math.round(km * 10) / 10 : Math.round(km), wind: WINDS[(eighths + 8) % 8] as Wind }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
