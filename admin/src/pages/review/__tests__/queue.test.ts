import { NEW_SITTING, decide, neighbour, nextOpen, progressOf, takeUp } from '../queue'

const begun = takeUp(NEW_SITTING, ['one', 'two', 'three'], null)

test('a sitting begins with what waits, in its order', () => {
  expect(begun.ids).toEqual(['one', 'two', 'three'])
  expect(nextOpen(begun, null)).toBe('one')
  expect(progressOf(begun, 'two', 3)).toEqual({ at: 2, of: 3 })
})

test('what was decided stays in its place, and the next is the one after it', () => {
  const after = decide(begun, 'one')
  expect(nextOpen(after, 'one')).toBe('two')
  const later = takeUp(after, ['two', 'three'], 'two')
  expect(progressOf(later, 'two', 2)).toEqual({ at: 2, of: 3 })
  expect(neighbour(later, 'two', -1)).toBe('one')
})

test('after the last one comes what was passed over, and then nothing', () => {
  const passedOver = decide(begun, 'three')
  expect(nextOpen(passedOver, 'three')).toBe('one')
  const done = ['one', 'two'].reduce(decide, passedOver)
  expect(nextOpen(done, 'two')).toBeNull()
})

test('what comes in meanwhile is added at the end, what another decided counts as done', () => {
  const later = takeUp(begun, ['three', 'four'], 'two')
  expect(later.ids).toEqual(['one', 'two', 'three', 'four'])
  expect([...later.decided]).toEqual(['one'])
  expect(takeUp(later, ['three', 'four'], 'two')).toBe(later)
})

test('the count is of all that wait, also of those that were not fetched yet', () => {
  expect(progressOf(begun, 'three', 230)).toEqual({ at: 3, of: 230 })
  expect(progressOf(decide(begun, 'one'), 'two', 229)).toEqual({ at: 2, of: 230 })
})

test('one does not walk beyond either end', () => {
  expect(neighbour(begun, 'three', 1)).toBeNull()
  expect(neighbour(begun, 'one', -1)).toBeNull()
  expect(neighbour(begun, 'elsewhere', 1)).toBe('one')
})
