import { DAY_MS, MINUTE_MS, type Instant } from '@practice/kernel'
import { noticeEndsAt } from '@practice/scoring/domain'
import { momentsOf } from '../days'
import type { HouseholdSeed } from '../households'
import type { Random } from '../random'
import type { Act } from './acts'
import { drawingOf, type Drawing, type PlanSources } from './drawing'
import { planShop } from './plan-shop'
import { FRESH_DAY, storiesOfActivities, storiesOfOrders, storyOf, type Story, type Wanted } from './stories'
import { isOnDuty, type Village } from './village'

const BY_FILES = [
  ...(['R5-01', 'R5-02', 'R1-01', 'R2-01', 'R4-01', 'R2-02', 'R5-03', 'R3-01'] as const),
  ...(['R1-02', 'R4-02', 'R3-03', 'R6-02', 'R3-02'] as const),
]
const EARLIEST_DAY = -142
const LIVELY_RECORDS = 26
const RECENT_RECORDS = 7
const FRESH_RECORDS = 7
/** The sweep comes round about once a minute. */
const SWEEP_LAG_MS = MINUTE_MS

/** Everything that happened in a village until `now`, in the order of time. Pure: the same sources give the same. */
export function planVillage(village: Village, sources: PlanSources): Act[] {
  const draw = drawingOf(village, sources)
  const wanted = village.lively ? livelyWanted(draw.random) : quietWanted(draw.random)
  const stories = [
    ...storiesOfActivities(draw),
    ...(village.lively ? storiesOfOrders(draw) : []),
    ...wanted.flatMap((one) => storyOf(draw, one)),
  ]
  const acts = [...stories.flatMap((story) => actsOf(story, draw)), ...planShop(draw)].filter(
    ({ at }) => at <= sources.now,
  )
  return [...acts, ...sweepsOf(acts, draw)].sort((left, right) => left.at - right.at)
}

/** Most rules, over months; then what is on notice, what waits for the review, and what went another way. */
function livelyWanted(random: Random): Wanted[] {
  const plain = Array.from({ length: LIVELY_RECORDS }, (_, at): Wanted => {
    const rule = BY_FILES[at] ?? random.pick(BY_FILES)
    return { key: `plain:${at}`, rule, day: random.integer(EARLIEST_DAY, -14), after: random.integer(0, 3) }
  })
  const recent = Array.from({ length: RECENT_RECORDS }, (_, at): Wanted => {
    return { key: `recent:${at}`, rule: recurring(random), day: -random.integer(3, 4), after: 0 }
  })
  const fresh = Array.from({ length: FRESH_RECORDS }, (_, at): Wanted => {
    return { key: `fresh:${at}`, rule: recurring(random), day: FRESH_DAY, after: random.integer(0, 1) }
  })
  return [...plain, ...recent, ...fresh, ...SPECIAL]
}

/** What is done again and again, so that caps have room. */
function recurring(random: Random): string {
  return random.pick(['R5-01', 'R5-02', 'R1-01', 'R2-01', 'R4-01', 'R2-02'])
}

const SPECIAL: readonly Wanted[] = [
  { key: 'held', rule: 'R5-02', day: -5, after: 0, course: 'held' },
  { key: 'dismissed', rule: 'R1-01', day: -46, after: 1, course: 'dismissed' },
  { key: 'upheld', rule: 'R5-01', day: -32, after: 1, course: 'upheld' },
  { key: 'rejected', rule: 'R5-01', day: -21, after: 1, course: 'rejected' },
  { key: 'rejected:2', rule: 'R2-02', day: -8, after: 1, course: 'rejected' },
  { key: 'withdrawn', rule: 'R4-01', day: -12, after: 0, course: 'withdrawn' },
  { key: 'late:settled', rule: 'R3-03', day: -62, after: 19, course: 'settled' },
  { key: 'late', rule: 'R5-03', day: -29, after: 20 },
  { key: 'photo', rule: 'R5-02', day: -17, after: 1 },
  { key: 'photo:again', rule: 'R5-01', day: -7, after: 0, picture: 'photo' },
]

function quietWanted(random: Random): Wanted[] {
  return [
    { key: 'plain:0', rule: 'R5-03', day: random.integer(-90, -30), after: 2 },
    { key: 'plain:1', rule: 'R3-01', day: random.integer(-90, -30), after: 1 },
    { key: 'recent:0', rule: recurring(random), day: -4, after: 0 },
    { key: 'fresh:0', rule: recurring(random), day: FRESH_DAY, after: 0 },
  ]
}

/** What happens to a record, step by step. */
function actsOf({ score, recordedAt, course }: Story, draw: Drawing): Act[] {
  const { key, householdCode } = score
  const { village, sources, random, at } = draw
  const recorded: Act = { kind: 'score', at: recordedAt, score }
  if (recordedAt >= at(FRESH_DAY, 0)) return [recorded]
  const say = (kind: Parameters<typeof sources.words.of>[0]): string => sources.words.of(kind, random)
  if (course === 'withdrawn') {
    return [
      recorded,
      { kind: 'withdraw', at: recordedAt + random.integer(5, 40) * MINUTE_MS, key, reason: say('withdraw') },
    ]
  }
  const reviewer = village.reviewers[0].householdCode === householdCode ? 1 : 0
  const reviewedAt = momentsOf(recordedAt)(1, random.integer(19, 20), random.integer(0, 59))
  if (course === 'rejected') return [recorded, { kind: 'reject', at: reviewedAt, key, reviewer, reason: say('reject') }]
  const approved: Act = { kind: 'approve', at: reviewedAt, key, reviewer, reason: say('approve') || null }
  if (course === 'plain') return [recorded, approved]
  if (course === 'settled') {
    const settled: Act = { kind: 'settleFlag', at: reviewedAt + DAY_MS, reason: say('settle') }
    return [recorded, approved, settled]
  }
  const objectedAt = momentsOf(reviewedAt)(1, random.integer(9, 16), random.integer(0, 59))
  const by = objectorTo(householdCode, draw)
  const objected: Act = { kind: 'object', at: objectedAt, key, householdCode: by.code, reason: say(`object-${course}`) }
  if (course === 'held') return [recorded, approved, objected]
  const kind = course === 'upheld' ? 'uphold' : 'dismiss'
  return [recorded, approved, objected, { kind, at: objectedAt + DAY_MS, key, reason: say(kind) }]
}

/** A neighbour, of none of the families that would have to decide it. */
function objectorTo(householdCode: string, { village, random }: Drawing): HouseholdSeed {
  const [, ...neighbours] = village.households.filter((one) => one.code !== householdCode && !isOnDuty(one))
  return random.pick(neighbours)
}

/** After every midnight at which a notice ended, before a flag is settled, and at last. */
function sweepsOf(acts: readonly Act[], { noticeDays, sources: { now } }: Drawing): Act[] {
  const moments = new Set<Instant>()
  for (const act of acts) {
    if (act.kind === 'approve') moments.add(noticeEndsAt(act.at, noticeDays) + SWEEP_LAG_MS)
    if (act.kind === 'settleFlag') moments.add(act.at - SWEEP_LAG_MS)
  }
  const last = Math.max(...acts.map(({ at }) => at)) + SWEEP_LAG_MS
  return [...moments, Math.min(last, now)].filter((at) => at <= now).map((at) => ({ kind: 'sweep', at }))
}
