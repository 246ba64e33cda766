import { dayNameOf, durationOf } from '../describe'

const NOW = Date.parse('2026-11-25T10:00:00+08:00')
const at = (iso: string) => Date.parse(iso)

test.each([
  ['2026-11-25T00:01:00+08:00', 'today'],
  ['2026-11-25T23:59:00+08:00', 'today'],
  ['2026-11-24T23:59:00+08:00', 'yesterday'],
  ['2026-11-26T00:00:00+08:00', 'tomorrow'],
  ['2026-11-03T09:00:00+08:00', 'thisYear'],
  ['2025-12-31T23:59:00+08:00', 'otherYear'],
])('%s is %s on the clock of the district', (iso, name) => {
  expect(dayNameOf(at(iso), NOW)).toBe(name)
})

const MINUTE = 60_000
test.each([
  [5_000, 'minutes', 1],
  [59 * MINUTE, 'minutes', 59],
  [60 * MINUTE, 'hours', 1],
  [-3 * 60 * MINUTE, 'hours', 3],
  [47 * 60 * MINUTE, 'hours', 47],
  [48 * 60 * MINUTE, 'days', 2],
])('%p ms are %s: %p', (length, unit, count) => {
  expect(durationOf(length)).toEqual({ unit, count })
})
