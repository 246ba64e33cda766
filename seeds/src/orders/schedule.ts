import { CHINA_OFFSET_MS, DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '@practice/kernel'
import type { Urgency } from '@practice/dispatch/domain'
import type { Random } from '../random'
import type { StepName } from './cases'

/** A step of a story with the moment at which it is taken. */
export interface TimedStep {
  name: StepName
  at: Instant
}

/** How long after the step before it a step is taken, in hours: the least and the most. */
const DELAYS: Readonly<Record<StepName, readonly [least: number, most: number]>> = {
  dispatch: [0.5, 18],
  pool: [0.5, 3],
  claim: [0.2, 12],
  accept: [0.2, 10],
  decline: [0.3, 6],
  start: [1, 30],
  complete: [0.5, 4],
  'rate-good': [2, 60],
  'rate-fair': [2, 60],
  'rate-poor': [2, 30],
  rework: [1, 20],
  pause: [1, 10],
  resume: [8, 40],
  cancel: [1, 30],
  archive: [1, 40],
}
const URGENT_DISPATCH: readonly [number, number] = [0.1, 1.2]

const LATEST_BEFORE_NOW_MS = 2 * MINUTE_MS
const STEP_GAP_MS = 3 * MINUTE_MS

/** Work is done by day: the hours before are moved into the morning, those after into the evening. */
const DAY_BEGINS_HOUR = 8
const DAY_ENDS_HOUR = 20
const SLACK_HOURS = 2

/** The moments of a story's steps, in order, after `createdAt` and before `now`. Long stories of young orders run faster. */
export function scheduleOf(
  steps: readonly StepName[],
  order: { createdAt: Instant; urgency: Urgency },
  now: Instant,
  random: Random,
): TimedStep[] {
  const delays = steps.map((name) => {
    const [least, most] = name === 'dispatch' && order.urgency === 'urgent' ? URGENT_DISPATCH : DELAYS[name]
    return (least + random.fraction() * (most - least)) * HOUR_MS
  })
  const whole = delays.reduce((sum, delay) => sum + delay, 0)
  const room = now - LATEST_BEFORE_NOW_MS - order.createdAt
  const pace = whole > room ? room / whole : 1
  let elapsed = 0
  let last = order.createdAt
  return steps.map((name, at) => {
    elapsed += (delays[at] ?? 0) * pace
    const wanted = byDay(order.createdAt + elapsed, now, random)
    last = Math.min(Math.max(wanted, last + Math.min(STEP_GAP_MS, (delays[at] ?? 0) * pace)), now)
    return { name, at: Math.floor(last) }
  })
}

/** A moment within the working hours of its day in China, unless it is of the last half day, when anything goes. */
export function byDay(at: Instant, now: Instant, random: Random): Instant {
  if (now - at < DAY_MS / 2) return at
  const sinceMidnight = (at + CHINA_OFFSET_MS) % DAY_MS
  const midnight = at - sinceMidnight
  const slack = random.fraction() * SLACK_HOURS
  if (sinceMidnight < DAY_BEGINS_HOUR * HOUR_MS) return Math.floor(midnight + (DAY_BEGINS_HOUR + slack) * HOUR_MS)
  if (sinceMidnight >= DAY_ENDS_HOUR * HOUR_MS) return Math.floor(midnight + (DAY_ENDS_HOUR - slack) * HOUR_MS)
  return at
}
