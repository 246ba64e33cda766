import { countOf, linesOf, runLines } from '../bulk'

const run = (act: (row: string) => Promise<unknown>, signal = new AbortController().signal) =>
  runLines({
    lines: linesOf(['a', 'b', 'c']),
    act,
    done: 'done',
    isFor: ({ state }) => state === 'waiting',
    onChange: () => undefined,
    signal,
  })

test('one after the other, and one that is refused stops none of the others', async () => {
  const order: string[] = []
  const lines = await run((row) => {
    order.push(row)
    return row === 'b' ? Promise.reject(new Error('no')) : Promise.resolve()
  })
  expect(order).toEqual(['a', 'b', 'c'])
  expect(lines.map(({ state }) => state)).toEqual(['done', 'refused', 'done'])
  expect(lines[1]?.error).toEqual(new Error('no'))
  expect(countOf(lines, 'done')).toBe(2)
})

test('stopped, what is left is left', async () => {
  const control = new AbortController()
  const lines = await run(() => {
    control.abort()
    return Promise.resolve()
  }, control.signal)
  expect(lines.map(({ state }) => state)).toEqual(['done', 'left', 'left'])
})

test('what was done is taken back, what was refused is not touched, and what cannot be taken back stays done', async () => {
  const lines = await run((row) => (row === 'a' ? Promise.reject(new Error('no')) : Promise.resolve()))
  const back = await runLines({
    lines,
    act: (row) => (row === 'c' ? Promise.reject(new Error('late')) : Promise.resolve()),
    done: 'undone',
    isFor: ({ state }) => state === 'done',
    onChange: () => undefined,
    signal: new AbortController().signal,
  })
  expect(back.map(({ state }) => state)).toEqual(['refused', 'undone', 'done'])
  expect(back[2]?.error).toEqual(new Error('late'))
})
