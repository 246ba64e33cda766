import { MINUTE_MS, type Instant } from '@practice/kernel'
import { spanHours } from '@practice/scoring/domain'
import type { ActivitySeed } from '../activities'
import { documentIdOf } from '../document-id'
import { momentsOf } from '../days'
import type { HouseholdSeed } from '../households'
import type { Score } from './acts'
import { zealOf, type Drawing } from './drawing'
import type { RuleSeed } from './rule-sets'
import { isOnDuty } from './village'

/** What becomes of a record once it was made; `plain` is approved, noticed and posted, as far as time allows. */
export type Course = 'plain' | 'rejected' | 'withdrawn' | 'held' | 'upheld' | 'dismissed' | 'settled'

/** A record, and how it is meant to go. */
export interface Story {
  score: Score
  recordedAt: Instant
  course: Course
}

const VOLUNTEERING = 'R6-01'
const HELPING = 'R6-03'
/** Households of each village that come to what the town does. */
const FROM_EACH_VILLAGE = 3
const ORDERS = 8
/** What is recorded from this day on waits for the reviewer still. */
export const FRESH_DAY = -2

/** The hours of those who took part in something, entered as a list on the day after. */
export function storiesOfActivities(draw: Drawing): Story[] {
  const { village, sources, random, at } = draw
  const rule = draw.rule(VOLUNTEERING)
  const sites = [village.site.code, village.townCode]
  const held = sources.activities.filter(({ siteCode, participants }) => participants > 0 && sites.includes(siteCode))
  return held.flatMap((activity, position) => {
    const entered = nextMorning(activity.endsAt)
    const isFresh = entered >= at(FRESH_DAY, 0)
    const took = participantsOf(draw, activity, position, isFresh)
    return took.flatMap((household, line): Story[] => {
      const hours = Math.max(1, spanHours(activity) - (random.chance(0.25) ? 1 : 0))
      if (!draw.take(household, rule, hours, activity.startsAt)) return []
      const source = { type: 'activity', documentId: documentIdOf('api::activity.activity', activity.code) } as const
      const score = {
        ...scoreOf(`${activity.code}:${line}`, household, rule, activity.startsAt),
        quantity: hours,
        note: `${activity.title}，${hours}小时。`,
        source,
      }
      return [{ score, recordedAt: entered + line * MINUTE_MS, course: 'plain' }]
    })
  })
}

/** Half past nine in China on the day after. */
function nextMorning(at: Instant): Instant {
  return momentsOf(at)(1, 9, 30)
}

/** Whoever has to review it is not among those who wait for the review. The first household comes to three of four. */
function participantsOf(
  { village, random }: Drawing,
  { siteCode, participants }: ActivitySeed,
  position: number,
  isFresh: boolean,
): HouseholdSeed[] {
  const [first, ...others] = village.households
  const count = siteCode === village.site.code ? participants : FROM_EACH_VILLAGE
  const chosen = first !== undefined && position % 4 !== 3 ? [first] : []
  const left = others.filter((household) => !isFresh || !isOnDuty(household))
  while (chosen.length < count && left.length > 0) {
    const next = random.weighted(left, zealOf)
    left.splice(left.indexOf(next), 1)
    chosen.push(next)
  }
  return chosen
}

/** Archived orders in which a neighbour helped, a day or two after they were archived. */
export function storiesOfOrders(draw: Drawing): Story[] {
  const { sources, random, at } = draw
  const rule = draw.rule(HELPING)
  return sources.orders.slice(0, ORDERS).flatMap(({ documentId, archivedAt }, line): Story[] => {
    const recordedAt = momentsOf(archivedAt)(random.integer(1, 2), 10, line)
    if (recordedAt >= at(0, 0)) return []
    const household = draw.household(rule, 1, archivedAt)
    if (household === null) return []
    const source = { type: 'order', documentId } as const
    const score = { ...scoreOf(`order:${line}`, household, rule, archivedAt), source, note: noteOf(draw, rule) }
    return [{ score, recordedAt, course: 'plain' }]
  })
}

/** A story of one thing that somebody did, with what the rule asks for as evidence. */
export interface Wanted {
  key: string
  rule: string
  /** The day on which it was done, and how many days later it was entered. */
  day: number
  after: number
  course?: Course
  /** The key of the record whose picture is filed once more. */
  picture?: string
}

/** Draws such a story; none where no household has anything left of the rule's cap. */
export function storyOf(draw: Drawing, { key, rule: code, day, after, course = 'plain', picture }: Wanted): Story[] {
  const { random, at } = draw
  const rule = draw.rule(code)
  const occurredAt = at(day, random.integer(7, 11), random.integer(0, 59))
  const household = draw.household(rule, 1, occurredAt)
  if (household === null) return []
  const hasPicture = rule.evidence === 'photo' || rule.evidence === 'document'
  const score = {
    ...scoreOf(key, household, rule, occurredAt),
    note: noteOf(draw, rule),
    picture: hasPicture ? `${household.siteCode}:${picture ?? key}` : null,
  }
  return [{ score, recordedAt: at(day + after, random.integer(14, 17), random.integer(0, 59)), course }]
}

function scoreOf(key: string, household: HouseholdSeed, rule: RuleSeed, occurredAt: Instant): Score {
  const { code: householdCode } = household
  return { key, householdCode, rule: rule.code, quantity: 1, occurredAt, note: null, picture: null, source: null }
}

function noteOf({ sources, random }: Drawing, rule: RuleSeed): string | null {
  return sources.words.noteOf(rule.code, random)
}
