import { moveOf } from '../keys'

const plain = { hasModifier: false, isRepeated: false, isTaken: false }
const all = { approve: true, reject: true }

test.each`
  key        | move
  ${'a'}     | ${'approve'}
  ${'A'}     | ${'approve'}
  ${'r'}     | ${'reject'}
  ${'j'}     | ${'next'}
  ${'k'}     | ${'previous'}
  ${'x'}     | ${null}
  ${'Enter'} | ${null}
`('$key: $move', ({ key, move }: { key: string; move: string | null }) => {
  expect(moveOf({ ...plain, key }, all)).toBe(move)
})

test('nothing is decided that is not allowed; one may still walk on', () => {
  const none = { approve: false, reject: false }
  expect(moveOf({ ...plain, key: 'a' }, none)).toBeNull()
  expect(moveOf({ ...plain, key: 'r' }, none)).toBeNull()
  expect(moveOf({ ...plain, key: 'j' }, none)).toBe('next')
})

test('a key held down walks, but decides once', () => {
  expect(moveOf({ ...plain, key: 'a', isRepeated: true }, all)).toBeNull()
  expect(moveOf({ ...plain, key: 'j', isRepeated: true }, all)).toBe('next')
})

test('what is typed into a field, or belongs to the browser, does nothing here', () => {
  expect(moveOf({ ...plain, key: 'r', isTaken: true }, all)).toBeNull()
  expect(moveOf({ ...plain, key: 'r', hasModifier: true }, all)).toBeNull()
})
