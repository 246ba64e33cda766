import type { OrderState } from '@practice/dispatch/contracts'
import { INBOX_GROUPS, STATES_OF_GROUP, byGroup, groupOf } from '../groups'

test('each state of a team’s order stands in exactly one group', () => {
  const states = INBOX_GROUPS.flatMap((group) => [...STATES_OF_GROUP[group]])
  expect(new Set(states).size).toBe(states.length)
  // What is not dispatched yet, or cancelled, is not the team's.
  const others: OrderState[] = ['placed', 'cancelled']
  expect(states).not.toEqual(expect.arrayContaining(others))
})

test('rows keep their order within their group', () => {
  const rows = (['started', 'dispatched', 'rated', 'dispatched'] as const).map((state, id) => ({ id, state }))
  const groups = byGroup(rows)
  expect(groups.toAccept.map(({ id }) => id)).toEqual([1, 3])
  expect(groups.inHand.map(({ id }) => id)).toEqual([0])
  expect(groups.done.map(({ id }) => id)).toEqual([2])
  expect(groups.pooled).toEqual([])
})

test('an address that names no group shows what is open', () => {
  expect(groupOf('toVisit')).toBe('toVisit')
  expect(groupOf('everything')).toBeNull()
  expect(groupOf(null)).toBeNull()
})
