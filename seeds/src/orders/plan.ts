import type { Instant } from '@practice/kernel'
import { phrasebook } from './cases'
import { castOf } from './cast'
import { drawDrafts, type Numbering } from './draft'
import { numbering } from './numbering'
import { replay, type ReplayedOrder } from './replay'
import { placeOf, rosterOf } from './roster'
import { sampleWorld } from './world'

/** Some hundred orders with their histories over the sixty days before `now`. Pure: the same `now` gives the same. */
export function sampleOrders(now: Instant, numberOf: Numbering = numbering(new Map())): ReplayedOrder[] {
  const world = sampleWorld(new Date(now).getUTCFullYear())
  const leaders = new Map<string, string>()
  for (const { teamCode, name } of world.volunteers) if (!leaders.has(teamCode)) leaders.set(teamCode, name)
  const places = new Map(world.sites.map((site) => [site.code, placeOf(site)]))
  const sources = {
    world,
    cast: castOf(leaders),
    phrase: phrasebook(),
    now,
    roster: rosterOf(world),
    place: (siteCode: string) => places.get(siteCode) ?? null,
  }
  return replay(drawDrafts(sources, numberOf), sources)
}
