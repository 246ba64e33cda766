import { ROWS_MAX, loadEvery } from '../load-every'
import type { LoadPage, Progress } from '../load-every'

const numbers =
  (count: number): LoadPage<number> =>
  (page, pageSize) => {
    const from = (page - 1) * pageSize
    const rows = Array.from({ length: Math.max(0, Math.min(pageSize, count - from)) }, (_, index) => from + index)
    return Promise.resolve({ rows, total: count })
  }
const all = (load: LoadPage<number>, onProgress: (progress: Progress) => void = () => undefined) =>
  loadEvery({ load, keyOf: String, onProgress, signal: new AbortController().signal })

test.each([0, 1, 99, 100, 101, 250])('all of %i rows, each once', async (count) => {
  expect(await all(numbers(count))).toEqual(Array.from({ length: count }, (_, index) => index))
})

test('says how far it has come', async () => {
  const said: number[] = []
  await all(numbers(250), ({ done }) => said.push(done))
  expect(said).toEqual([100, 200, 250])
})

test('a row that moved on meanwhile is kept once, and a list that shrank comes to an end', async () => {
  const moving: LoadPage<number> = (page) =>
    Promise.resolve({ rows: page === 1 ? [1, 2, 3] : page === 2 ? [3, 4] : [], total: 1_000 })
  expect(await all(moving)).toEqual([1, 2, 3, 4])
})

test('no more than a sheet can hold', async () => {
  expect(await all(numbers(ROWS_MAX + 500))).toHaveLength(ROWS_MAX)
})

test('stops when it is told to', async () => {
  const control = new AbortController()
  const load: LoadPage<number> = (page, size, signal) => {
    if (page === 2) control.abort()
    return numbers(500)(page, size, signal)
  }
  const loading = loadEvery({ load, keyOf: String, onProgress: () => undefined, signal: control.signal })
  await expect(loading).rejects.toThrow()
})
