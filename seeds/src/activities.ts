import { HOUR_MS, type Instant } from '@practice/kernel'
import { readRows } from './csv'
import { momentsOf } from './days'

/** An activity to be seeded. */
export interface ActivitySeed {
  code: string
  title: string
  theme: string
  siteCode: string
  startsAt: Instant
  endsAt: Instant
  place: string
  summary: string
  /** How many households' hours are counted for points once it is over; of a town's, in all its pilot villages. */
  participants: number
}

const COLUMNS = [
  ...(['code', 'title', 'theme', 'site', 'day', 'hour', 'hours'] as const),
  ...(['participants', 'place', 'summary'] as const),
] as const

/** Activities of the hundred and fifty days before `now`, and a few to come; all of them invented. */
export function sampleActivities(now: Instant): ActivitySeed[] {
  const at = momentsOf(now)
  return readRows('activities.csv', COLUMNS).map(({ site, day, hour, hours, participants, ...row }) => {
    const startsAt = at(Number(day), Number(hour))
    return {
      ...row,
      siteCode: site,
      startsAt,
      endsAt: startsAt + Number(hours) * HOUR_MS,
      participants: Number(participants),
    }
  })
}
