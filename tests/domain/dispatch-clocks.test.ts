import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '@practice/kernel'
import {
  clocksAfter,
  clocksOfNew,
  clocksWhenEscalated,
  clocksWhenOverdue,
  firstEscalation,
  nextEscalation,
  queueRank,
  runningClock,
  timeToRateIsOver,
  type Escalation,
  type Urgency,
} from '@practice/dispatch/domain'
import { NOW, orderIn, RULES } from './dispatch-fixtures'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const FRIDAY_NOON = at('2026-11-27T12:00:00')
const MONDAY_NOON = at('2026-11-30T12:00:00')

test.each`
  urgency      | placed                       | dispatchBy
  ${'urgent'}  | ${NOW}                       | ${NOW + HOUR_MS}
  ${'general'} | ${NOW}                       | ${NOW + DAY_MS}
  ${'general'} | ${FRIDAY_NOON}               | ${MONDAY_NOON}
  ${'urgent'}  | ${at('2026-11-28T09:00:00')} | ${at('2026-11-30T01:00:00')}
  ${'general'} | ${at('2026-09-30T12:00:00')} | ${at('2026-10-08T12:00:00')}
`(
  'a new $urgency order is to be dispatched within working time',
  ({ urgency, placed, dispatchBy }: { urgency: Urgency; placed: Instant; dispatchBy: Instant }) => {
    const clocks = clocksOfNew(urgency, placed, RULES)
    expect(new Date(clocks.dispatchBy ?? 0)).toEqual(new Date(dispatchBy))
    expect(clocks).toMatchObject({
      deadline: dispatchBy,
      overdue: false,
      escalation: null,
      acceptBy: null,
      pausedAt: null,
    })
  },
)

test('each step starts the next clock and forgives what was overdue', () => {
  const late = { overdue: true, escalation: 'town', escalateAt: NOW } as const
  const fresh = { overdue: false, escalation: null, escalateAt: null }
  expect(clocksAfter('dispatch', orderIn('placed', late), NOW, RULES)).toEqual({
    ...fresh,
    acceptBy: NOW + DAY_MS,
    deadline: NOW + DAY_MS,
  })
  expect(clocksAfter('accept', orderIn('dispatched', late), NOW, RULES)).toEqual({
    ...fresh,
    resolveBy: NOW + 3 * DAY_MS,
    deadline: NOW + 3 * DAY_MS,
  })
  expect(clocksAfter('decline', orderIn('dispatched', late), NOW, RULES)).toMatchObject({
    ...fresh,
    acceptBy: null,
    dispatchBy: NOW + DAY_MS,
  })
  expect(clocksAfter('complete', orderIn('started', late), NOW, RULES)).toMatchObject({
    ...fresh,
    rateBy: at('2026-12-03T10:00:00'),
  })
  expect(clocksAfter('rework', orderIn('rated'), NOW, RULES)).toMatchObject({
    resolveBy: null,
    rateBy: null,
    deadline: NOW + DAY_MS,
  })
})

test('starting and pooling leave the clock that runs, overdue as it is', () => {
  expect(clocksAfter('start', orderIn('accepted', { overdue: true }), NOW, RULES)).toEqual({})
  expect(clocksAfter('pool', orderIn('placed', { overdue: true }), NOW, RULES)).toEqual({})
})

test.each(['rate', 'cancel', 'archive'] as const)('%s stops every clock', (verb) => {
  const clocks = clocksAfter(verb, orderIn('completed', { pausedAt: NOW, overdue: true }), NOW, RULES)
  expect(clocks).toEqual({ deadline: null, pausedAt: null, overdue: false, escalation: null, escalateAt: null })
})

describe('a pause', () => {
  const started = orderIn('started', { resolveBy: MONDAY_NOON, deadline: MONDAY_NOON })

  test('stops the deadline that runs', () => {
    expect(clocksAfter('pause', started, FRIDAY_NOON, RULES)).toEqual({ pausedAt: FRIDAY_NOON, deadline: null })
  })

  test('keeps the working time that was left, over a weekend as well', () => {
    // On Friday at noon a day of work is left: half of Friday and half of Monday.
    const paused = { ...started, pausedAt: FRIDAY_NOON, deadline: null }
    const resumedAt = at('2026-12-02T08:00:00')
    expect(clocksAfter('resume', paused, resumedAt, RULES)).toEqual({
      pausedAt: null,
      resolveBy: resumedAt + DAY_MS,
      deadline: resumedAt + DAY_MS,
      escalateAt: null,
    })
  })

  test('does not give back what was lost before it', () => {
    const late = { ...started, pausedAt: MONDAY_NOON + HOUR_MS, deadline: null, overdue: true }
    expect(clocksAfter('resume', late, MONDAY_NOON + DAY_MS, RULES)).toMatchObject({ resolveBy: MONDAY_NOON })
  })

  test('holds the escalation too', () => {
    const late = { ...started, pausedAt: NOW, overdue: true, escalation: 'village' as const, escalateAt: NOW + HOUR_MS }
    expect(clocksAfter('resume', late, NOW + 5 * HOUR_MS, RULES)).toMatchObject({ escalateAt: NOW + 6 * HOUR_MS })
  })

  test('in each state stops the clock of that state', () => {
    const paused = orderIn('dispatched', { acceptBy: NOW + HOUR_MS, pausedAt: NOW })
    expect(clocksAfter('resume', paused, NOW + MINUTE_MS, RULES)).toMatchObject({ acceptBy: NOW + HOUR_MS + MINUTE_MS })
  })
})

describe('escalation', () => {
  test.each`
    site                 | first
    ${'640402100207-01'} | ${'village'}
    ${'640402100207'}    | ${'village'}
    ${'640402100'}       | ${'town'}
    ${'640402'}          | ${'center'}
  `('of an order at $site begins at $first', ({ site, first }: { site: string; first: Escalation }) => {
    expect(firstEscalation(site)).toBe(first)
    expect(clocksWhenOverdue(site, NOW, RULES)).toEqual({ overdue: true, escalation: first, escalateAt: NOW + DAY_MS })
  })

  test('goes 站 → 所 → 中心 → 包联领导 and ends there', () => {
    expect(nextEscalation('village')).toBe('town')
    expect(nextEscalation('town')).toBe('center')
    expect(nextEscalation('center')).toBe('leader')
    expect(nextEscalation('leader')).toBeNull()
    expect(clocksWhenEscalated('village', NOW, RULES)).toEqual({
      overdue: true,
      escalation: 'town',
      escalateAt: NOW + DAY_MS,
    })
    expect(clocksWhenEscalated('center', NOW, RULES)).toMatchObject({ escalation: 'leader', escalateAt: null })
    expect(clocksWhenEscalated('leader', NOW, RULES)).toBeNull()
  })
})

test('the time to rate is over at its very end, and never before a round is completed', () => {
  expect(timeToRateIsOver({ rateBy: NOW }, NOW)).toBe(true)
  expect(timeToRateIsOver({ rateBy: NOW + 1 }, NOW)).toBe(false)
  expect(timeToRateIsOver({ rateBy: null }, NOW)).toBe(false)
})

test('an unrated, a rated and a closed order have the clocks that they have', () => {
  expect(
    ['placed', 'pooled', 'dispatched', 'accepted', 'started', 'completed', 'rated', 'archived', 'cancelled'].map(
      (state) => runningClock(state as Parameters<typeof runningClock>[0]),
    ),
  ).toEqual(['dispatchBy', 'dispatchBy', 'acceptBy', 'resolveBy', 'resolveBy', 'rateBy', null, null, null])
})

test('the queue has what is urgent first, then by deadline, then what waits, then what is over, newest first', () => {
  const urgent = { urgency: 'urgent', deadline: NOW + DAY_MS } as const
  const queue = [
    orderIn('placed', urgent),
    orderIn('started', { deadline: NOW - HOUR_MS }),
    orderIn('placed', { deadline: NOW }),
    orderIn('accepted', { ...urgent, deadline: null, pausedAt: NOW }),
    orderIn('completed', { deadline: NOW }),
    orderIn('rated'),
    orderIn('archived', { createdAt: NOW }),
    orderIn('cancelled', { createdAt: NOW - DAY_MS }),
  ].map(queueRank)
  expect(queue).toEqual([...queue].sort((left, right) => left - right))
  expect(new Set(queue).size).toBe(queue.length)
  expect(queue.every(Number.isSafeInteger)).toBe(true)
})
