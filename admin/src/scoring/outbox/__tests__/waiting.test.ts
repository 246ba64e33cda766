const kept = new Map<string, string>()
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  },
})
import { keepWaitingCounts, waitingCounts } from '../waiting'

const refused = { refusal: { status: 422, code: 'cap_reached', details: {} } }

test('what waits and what was refused are counted apart, for each person', () => {
  keepWaitingCounts('one', [{ refusal: null }, refused, { refusal: null }])
  keepWaitingCounts('other', [refused])
  expect(waitingCounts('one')).toEqual({ waiting: 2, refused: 1 })
  expect(waitingCounts('other')).toEqual({ waiting: 0, refused: 1 })
  expect(waitingCounts('nobody')).toEqual({ waiting: 0, refused: 0 })
})

test('nothing is kept when nothing waits', () => {
  keepWaitingCounts('one', [refused])
  keepWaitingCounts('one', [])
  expect(waitingCounts('one')).toEqual({ waiting: 0, refused: 0 })
  expect([...kept.keys()].some((key) => key.endsWith('.one'))).toBe(false)
})
