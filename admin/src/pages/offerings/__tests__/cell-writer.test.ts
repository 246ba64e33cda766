import { CellWriter } from '../cell-writer'
import { keyOf } from '../setting'

const cell = { siteCode: '640402100207', itemCode: 'C08-03' }
const other = { siteCode: '640402100208', itemCode: 'C08-03' }
const key = keyOf(cell)

function setUp(write = jest.fn(() => Promise.resolve())) {
  const onFailed = jest.fn()
  return { write, onFailed, writer: new CellWriter({ write, onFailed, delayMs: 500 }) }
}

/** A write that ends when the test says so. */
function held() {
  const ends: (() => void)[] = []
  const write = jest.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
  return { write, ends }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('clicking through the states writes once, what was wanted last', async () => {
  const { write, writer } = setUp()
  writer.want(cell, false)
  writer.want(cell, true)
  expect(writer.pending().get(key)).toBe(true)
  await jest.advanceTimersByTimeAsync(500)
  expect(write).toHaveBeenCalledTimes(1)
  expect(write).toHaveBeenCalledWith(cell, true)
  expect(writer.pending().size).toBe(0)
})

test('a cell is not written twice at the same time, and ends with the last wish', async () => {
  const { write, ends } = held()
  const { writer } = setUp(write)
  writer.want(cell, false)
  await jest.advanceTimersByTimeAsync(500)
  writer.want(cell, null)
  await jest.advanceTimersByTimeAsync(5000)
  expect(write).toHaveBeenCalledTimes(1)
  expect(writer.pending().get(key)).toBe(null)
  ends[0]?.()
  await jest.advanceTimersByTimeAsync(0)
  expect(write).toHaveBeenLastCalledWith(cell, null)
  ends[1]?.()
  await jest.advanceTimersByTimeAsync(0)
  expect(writer.pending().size).toBe(0)
})

test('cells do not wait for each other, and leaving writes at once', () => {
  const { write, writer } = setUp()
  writer.want(cell, false)
  writer.want(other, true)
  writer.flush()
  expect(write).toHaveBeenCalledTimes(2)
})

test('a refused write lets the cell be as it was, and says so', async () => {
  const cause = new Error('refused')
  const { onFailed, writer } = setUp(jest.fn(() => Promise.reject(cause)))
  const heard = jest.fn()
  writer.subscribe(heard)
  writer.want(cell, false)
  await jest.advanceTimersByTimeAsync(500)
  expect(writer.pending().has(key)).toBe(false)
  expect(onFailed).toHaveBeenCalledWith(cell, false, cause)
  expect(heard).toHaveBeenCalledTimes(2)
})
