import { ApiError } from '../../../api/error'
import { fakeServer, freshStore, item, photo, settled, tab } from './support'

// The database of the fake browser needs a true event loop; only the pauses are the test's.
beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick', 'performance'] }))
afterEach(() => jest.useRealTimers())

test('records are sent in the order in which they were made, each once', async () => {
  const server = fakeServer()
  const sent: string[] = []
  const outbox = tab(freshStore(), server, { onSent: ({ documentId }) => sent.push(documentId) })
  await outbox.add([item('a'), item('b')])
  await outbox.add([item('c')])
  await settled(outbox)
  expect(server.records).toEqual(['a', 'b', 'c'])
  expect(server.requests).toHaveLength(3)
  expect(sent).toEqual(['record-a', 'record-b', 'record-c'])
  expect(outbox.view()).toEqual({ items: [], isSending: false })
})

test('without a line they are shown as waiting, and sent when it is back', async () => {
  const server = fakeServer()
  let isOnline = false
  const counts: number[] = []
  const outbox = tab(freshStore(), server, {
    isOnline: () => isOnline,
    onChange: (items) => counts.push(items.length),
  })
  await outbox.add([item('a'), item('b')])
  await outbox.flush()
  expect(server.requests).toEqual([])
  expect(outbox.view().items.map(({ key }) => key)).toEqual(['a', 'b'])
  isOnline = true
  await settled(outbox)
  expect(server.records).toEqual(['a', 'b'])
  expect(counts).toEqual([2, 1, 0])
})

test('a lost reply is asked for again with the same key and body, and counts once', async () => {
  const server = fakeServer()
  const outbox = tab(freshStore(), server)
  server.mishaps.push('lost', 'unreached')
  await outbox.add([item('a'), item('b')])
  await outbox.flush()
  // The order holds: nobody overtakes the one whose fate is unknown.
  expect(outbox.view().items.map(({ key }) => key)).toEqual(['a', 'b'])
  await settled(outbox)
  expect(server.records).toEqual(['a', 'b'])
  expect(server.requests.map(({ key }) => key)).toEqual(['a', 'a', 'a', 'b'])
  expect(server.requests[0]).toEqual(server.requests[2])
})

test('pauses grow while the line stays away, and asking again does not wait for their end', async () => {
  const server = fakeServer()
  const outbox = tab(freshStore(), server)
  server.mishaps.push('unreached', 'unreached', 'unreached')
  await outbox.add([item('a')])
  await outbox.flush()
  const tries = () => server.requests.length
  const first = tries()
  await jest.advanceTimersByTimeAsync(1_000)
  expect(tries()).toBe(first)
  await outbox.flush()
  expect(tries()).toBe(first + 1)
  for (let waited = 0; waited < 90_000; waited += 5_000) {
    await jest.advanceTimersByTimeAsync(5_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(server.records).toEqual(['a'])
  expect(outbox.view().items).toEqual([])
})

test('after a reload the same records go on with the same keys', async () => {
  const server = fakeServer()
  const store = freshStore()
  const before = tab(store, server)
  server.mishaps.push(null, 'lost')
  await before.add([item('a'), item('b', { photos: [photo('p')] })])
  // The upload's name is kept, the record's reply is lost, and the page goes.
  server.mishaps.push('lost')
  await before.flush()
  before.stop()

  const after = tab(store, server)
  await settled(after)
  expect(server.records).toEqual(['a', 'b'])
  expect(after.view().items).toEqual([])
})

test('a photo goes up once however often its record is tried', async () => {
  const server = fakeServer()
  const outbox = tab(freshStore(), server)
  server.mishaps.push(null, 'lost', 'lost')
  await outbox.add([item('a', { photos: [photo('p')] })])
  await settled(outbox)
  await settled(outbox)
  await settled(outbox)
  expect(server.uploads).toEqual(['p.jpg'])
  expect(server.records).toEqual(['a'])
  expect(server.requests.map(({ body }) => body.evidence)).toEqual([['file-1'], ['file-1'], ['file-1']])
})

test('a refused record stays with its reason, lets the next ones pass, and can be tried again', async () => {
  const server = fakeServer()
  const outbox = tab(freshStore(), server)
  server.refused.set('a', new ApiError(422, 'cap_reached', { cap: 10 }))
  await outbox.add([item('a'), item('b')])
  await settled(outbox)
  expect(server.records).toEqual(['b'])
  const [left] = outbox.view().items
  expect(left?.refusal).toEqual({ status: 422, code: 'cap_reached', details: { cap: 10 } })
  await settled(outbox)
  expect(server.requests).toHaveLength(2)

  server.refused.clear()
  await outbox.retry(left?.sequence ?? 0)
  await settled(outbox)
  expect(server.records).toEqual(['b', 'a'])
})

test('a corrected record takes the place of the refused one, under a key of its own', async () => {
  const server = fakeServer()
  const outbox = tab(freshStore(), server)
  server.refused.set('a', new ApiError(422, 'evidence_missing'))
  await outbox.add([item('a')])
  await settled(outbox)
  await outbox.add([item('a2', { photos: [photo('p')] })], outbox.view().items[0]?.sequence)
  await settled(outbox)
  expect(server.records).toEqual(['a2'])
  expect(outbox.view().items).toEqual([])
})

test.each([
  [401, 'unauthenticated'],
  [429, 'too_often'],
  [503, 'server'],
])('a reply of %i says nothing about the record', async (status, code) => {
  const server = fakeServer()
  const outbox = tab(freshStore(), server)
  server.refused.set('a', new ApiError(status, code))
  await outbox.add([item('a'), item('b')])
  await settled(outbox)
  expect(outbox.view().items.map(({ key, refusal }) => [key, refusal])).toEqual([
    ['a', null],
    ['b', null],
  ])
})

test('files that the server no longer knows go up once more, not for ever', async () => {
  const server = fakeServer()
  const outbox = tab(freshStore(), server)
  server.refused.set('a', new ApiError(422, 'file_unknown'))
  await outbox.add([item('a', { photos: [photo('p')] })])
  await settled(outbox)
  expect(server.uploads).toEqual(['p.jpg', 'p.jpg'])
  expect(outbox.view().items[0]?.refusal?.code).toBe('file_unknown')
})

test('what never left is taken back at once', async () => {
  const server = fakeServer()
  let isOnline = false
  const outbox = tab(freshStore(), server, { isOnline: () => isOnline })
  await outbox.add([item('a'), item('b')])
  await outbox.discard(outbox.view().items[0]?.sequence ?? 0)
  isOnline = true
  await settled(outbox)
  expect(server.records).toEqual(['b'])
})

test('what may have arrived is asked after, and the record that it became is withdrawn', async () => {
  const server = fakeServer()
  let isOnline = true
  const outbox = tab(freshStore(), server, { isOnline: () => isOnline })
  server.mishaps.push('lost', 'unreached')
  await outbox.add([item('a')])
  await outbox.flush()
  isOnline = false
  await outbox.discard(outbox.view().items[0]?.sequence ?? 0)
  expect(outbox.view().items[0]?.isUnwanted).toBe(true)
  isOnline = true
  await settled(outbox)
  expect(server.records).toEqual(['a'])
  expect(server.withdrawn).toEqual(['record-a'])
  expect(outbox.view().items).toEqual([])
})

test('nobody sends what another person left on the device', async () => {
  const server = fakeServer()
  const store = freshStore()
  await store.add([item('theirs', { username: 'village-admin-2' })])
  const outbox = tab(store, server)
  await outbox.add([item('mine')])
  await settled(outbox)
  expect(server.records).toEqual(['mine'])
  expect(await store.all('village-admin-2')).toHaveLength(1)
})
