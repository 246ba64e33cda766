import { pressing } from '../pressing'
import type { Below } from '../pressing'

const site = (code: string, overdue: number, placed: number, dispatched = 0) =>
  ({ site: { code, name: code }, overdue, total: 9, states: { placed, pooled: 0, dispatched } }) as unknown as Below

test('sites where nothing waits are left out, and the most overdue come first', () => {
  const below = [
    site('calm', 0, 0),
    site('late', 2, 0),
    site('open', 0, 5),
    site('later', 3, 1),
    site('as late, more open', 2, 4),
    site('unanswered', 0, 0, 1),
  ]
  expect(pressing(below).map((row) => row.site.code)).toEqual([
    'later',
    'as late, more open',
    'late',
    'open',
    'unanswered',
  ])
})

test('of what presses alike the code decides', () => {
  expect(pressing([site('b', 1, 1), site('a', 1, 1)]).map((row) => row.site.code)).toEqual(['a', 'b'])
})
