import * as fc from 'fast-check'
import { DAY_MS } from '@practice/kernel'
import {
  dayOf,
  endOfDay,
  isOver,
  monthOf,
  newYearOf,
  noticeEndsAt,
  startOfDay,
  yearBefore,
  yearOf,
} from '@practice/scoring/domain'
import { at } from './scoring-fixtures'

test.each`
  approved              | days | ends
  ${'2026-11-24T10:00'} | ${3} | ${'2026-11-28T00:00'}
  ${'2026-11-24T10:00'} | ${5} | ${'2026-11-30T00:00'}
  ${'2026-11-24T10:00'} | ${7} | ${'2026-12-02T00:00'}
  ${'2026-11-24T00:00'} | ${5} | ${'2026-11-30T00:00'}
  ${'2026-11-24T23:59'} | ${5} | ${'2026-11-30T00:00'}
  ${'2026-12-29T12:00'} | ${5} | ${'2027-01-04T00:00'}
  ${'2028-02-27T12:00'} | ${3} | ${'2028-03-02T00:00'}
`('approved $approved, on notice for $days days, until $ends', ({ approved, days, ends }) => {
  expect(noticeEndsAt(at(approved as string), days as number)).toBe(at(ends as string))
})

test('whenever approved, one has all of the days, and at most one more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('2020-01-01T00:00'), max: at('2040-01-01T00:00') }),
      fc.integer({ min: 3, max: 7 }),
      (now, days) => {
        const ends = noticeEndsAt(now, days)
        expect(ends - now).toBeGreaterThan(days * DAY_MS)
        expect(ends - now).toBeLessThanOrEqual((days + 1) * DAY_MS)
        expect(isOver({ noticeEndsAt: ends }, ends - 1)).toBe(false)
        expect(isOver({ noticeEndsAt: ends }, ends)).toBe(true)
      },
    ),
  )
})

test('what was never on notice is not over', () => {
  expect(isOver({ noticeEndsAt: null }, at('2099-01-01T00:00'))).toBe(false)
})

test.each`
  instant                   | day             | month        | year
  ${'2026-11-30T16:00:00Z'} | ${'2026-12-01'} | ${'2026-12'} | ${2026}
  ${'2026-11-30T15:59:59Z'} | ${'2026-11-30'} | ${'2026-11'} | ${2026}
  ${'2026-12-31T16:00:00Z'} | ${'2027-01-01'} | ${'2027-01'} | ${2027}
`('$instant is of $day in China', ({ instant, day, month, year }) => {
  const when = Date.parse(instant as string)
  expect([dayOf(when), monthOf(when), yearOf(when)]).toEqual([day, month, year])
})

test('days have their beginnings and ends in China', () => {
  expect(startOfDay('2026-11-24')).toBe(at('2026-11-24T00:00'))
  expect(endOfDay(at('2026-11-24T10:00'))).toBe(at('2026-11-25T00:00'))
  expect(newYearOf(2027)).toBe(at('2027-01-01T00:00'))
  for (const none of ['2026-02-30', '2026-13-01', '2026-1-1', 'yesterday', '']) expect(startOfDay(none)).toBeNull()
})

test('a year before is the same wall clock', () => {
  expect(yearBefore(at('2026-11-24T10:30'))).toBe(at('2025-11-24T10:30'))
  expect(yearBefore(at('2026-01-01T03:00'))).toBe(at('2025-01-01T03:00'))
  expect(yearBefore(at('2028-02-29T10:00'))).toBe(at('2027-03-01T10:00'))
})
