import {
  addWorking,
  chinaCalendar,
  DAY_MS,
  dayStartOf,
  HOUR_MS,
  resumed,
  workingBetween,
  type WorkingCalendar,
} from '@practice/kernel'

/** An instant by the clock on the wall in Guyuan. */
const china = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const wall = (instant: number) => new Date(instant + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')

const calendar = chinaCalendar()
const everyDay: WorkingCalendar = { isWorkingDay: () => true }

describe('which days count', () => {
  test.each`
    day             | counts   | because
    ${'2026-02-13'} | ${true}  | ${'a Friday'}
    ${'2026-02-14'} | ${true}  | ${'a Saturday made up for the Spring Festival'}
    ${'2026-02-15'} | ${false} | ${'the first day of the Spring Festival'}
    ${'2026-02-23'} | ${false} | ${'the last day of the Spring Festival, a Monday'}
    ${'2026-02-24'} | ${true}  | ${'the Tuesday after it'}
    ${'2026-02-28'} | ${true}  | ${'a Saturday made up for the Spring Festival'}
    ${'2026-03-01'} | ${false} | ${'a plain Sunday'}
    ${'2026-10-01'} | ${false} | ${'National Day, a Thursday'}
    ${'2040-10-01'} | ${true}  | ${'a Monday of a year that nobody has announced'}
    ${'2040-10-06'} | ${false} | ${'a Saturday of such a year'}
  `('$day: $counts, $because', ({ day, counts }: { day: string; counts: boolean }) => {
    expect(calendar.isWorkingDay(china(`${day} 00:00`))).toBe(counts)
    // A second look, which is answered from memory.
    expect(calendar.isWorkingDay(china(`${day} 00:00`))).toBe(counts)
  })

  test('a day begins at midnight in China, not in Greenwich', () => {
    expect(wall(dayStartOf(china('2026-11-24 07:59')))).toBe('2026-11-24 00:00')
    expect(wall(dayStartOf(china('2026-11-24 00:00')))).toBe('2026-11-24 00:00')
    expect(wall(dayStartOf(china('2026-11-24 23:59')))).toBe('2026-11-24 00:00')
  })
})

describe('deadlines', () => {
  test.each`
    start                 | hours     | deadline              | because
    ${'2026-11-24 10:00'} | ${1}      | ${'2026-11-24 11:00'} | ${'within a working day'}
    ${'2026-11-24 10:00'} | ${24}     | ${'2026-11-25 10:00'} | ${'working days count whole'}
    ${'2026-11-27 18:00'} | ${24}     | ${'2026-11-30 18:00'} | ${'over a weekend'}
    ${'2026-11-28 09:00'} | ${1}      | ${'2026-11-30 01:00'} | ${'begun on a Saturday, it runs from Monday'}
    ${'2026-11-27 18:00'} | ${6}      | ${'2026-11-28 00:00'} | ${'to the last moment of a Friday'}
    ${'2026-02-13 12:00'} | ${24}     | ${'2026-02-14 12:00'} | ${'a made-up Saturday counts'}
    ${'2026-02-14 12:00'} | ${24}     | ${'2026-02-24 12:00'} | ${'over the Spring Festival'}
    ${'2026-02-24 12:00'} | ${24 * 5} | ${'2026-03-02 12:00'} | ${'four days, a made-up Saturday, and Monday'}
    ${'2026-11-28 09:00'} | ${0}      | ${'2026-11-28 09:00'} | ${'no time at all'}
  `('$start + $hours h = $deadline: $because', ({ start, hours, deadline }: Record<string, string>) => {
    expect(wall(addWorking(china(start ?? ''), Number(hours) * HOUR_MS, calendar))).toBe(deadline)
  })

  test('working time between two instants leaves out what does not count', () => {
    expect(workingBetween(china('2026-11-27 18:00'), china('2026-11-30 06:00'), calendar)).toBe(12 * HOUR_MS)
    expect(workingBetween(china('2026-02-15 00:00'), china('2026-02-24 00:00'), calendar)).toBe(0)
    expect(workingBetween(china('2026-11-30 06:00'), china('2026-11-27 18:00'), calendar)).toBe(0)
  })

  test('between is the inverse of add', () => {
    const start = china('2026-02-11 15:30')
    for (let hours = 1; hours < 400; hours += 7) {
      expect(workingBetween(start, addWorking(start, hours * HOUR_MS, calendar), calendar)).toBe(hours * HOUR_MS)
    }
  })

  test('a calendar of one working day in a hundred still ends, one of none is a mistake', () => {
    const rare: WorkingCalendar = { isWorkingDay: (dayStart) => Math.floor(dayStart / DAY_MS) % 100 === 0 }
    expect(workingBetween(0, addWorking(0, 3 * DAY_MS, rare), rare)).toBe(3 * DAY_MS)
    expect(() => addWorking(0, 1, { isWorkingDay: () => false })).toThrow(RangeError)
    expect(() => addWorking(0, -1, everyDay)).toThrow(RangeError)
  })
})

describe('pausing', () => {
  test.each`
    deadline              | pausedAt              | resumedAt             | moved                 | because
    ${'2026-11-25 10:00'} | ${'2026-11-24 10:00'} | ${'2026-11-26 15:00'} | ${'2026-11-27 15:00'} | ${'a day was left'}
    ${'2026-11-25 10:00'} | ${'2026-11-24 10:00'} | ${'2026-11-28 15:00'} | ${'2026-12-01 00:00'} | ${'resumed on a Saturday, the day left is Monday'}
    ${'2026-11-30 12:00'} | ${'2026-11-27 12:00'} | ${'2026-12-02 12:00'} | ${'2026-12-03 12:00'} | ${'the weekend was no part of what was left'}
    ${'2026-11-30 12:00'} | ${'2026-11-28 09:00'} | ${'2026-11-29 20:00'} | ${'2026-11-30 12:00'} | ${'a pause within a weekend changes nothing'}
    ${'2026-11-24 09:00'} | ${'2026-11-24 10:00'} | ${'2026-11-26 15:00'} | ${'2026-11-24 09:00'} | ${'overdue before the pause is overdue after it'}
    ${'2026-11-25 10:00'} | ${'2026-11-24 10:00'} | ${'2026-11-24 10:00'} | ${'2026-11-25 10:00'} | ${'no pause at all'}
  `('$deadline paused $pausedAt, resumed $resumedAt: $moved, $because', (line: Record<string, string>) => {
    const { deadline = '', pausedAt = '', resumedAt = '', moved } = line
    expect(wall(resumed(china(deadline), china(pausedAt), china(resumedAt), calendar))).toBe(moved)
  })

  test('many pauses keep the working time that is left', () => {
    let deadline = addWorking(china('2026-02-10 09:00'), 5 * DAY_MS, calendar)
    let at = china('2026-02-10 09:00')
    for (let pause = 0; pause < 10; pause++) {
      const left = workingBetween(at, deadline, calendar)
      const resumedAt = at + 31 * HOUR_MS
      deadline = resumed(deadline, at, resumedAt, calendar)
      expect(workingBetween(resumedAt, deadline, calendar)).toBe(left)
      at = resumedAt
    }
  })
})
