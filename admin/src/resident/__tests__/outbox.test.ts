import type { Order, PlaceOrderBody } from '@practice/dispatch/contracts'
import { ApiError } from '../../api/error'
import { createOutbox } from '../outbox/outbox'
import { readWaiting } from '../outbox/waiting-order'

const kept = new Map<string, string>()

beforeAll(() => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  })
})
beforeEach(() => {
  kept.clear()
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())

const BODY: PlaceOrderBody = {
  serviceItem: 'C08-03',
  site: '640402100207',
  channel: 'phone',
  requester: { name: '马建国' },
}
const ORDER = { documentId: 'placed1' } as Order

const order = (key: string) => ({ key, madeAt: 1, item: '家电水电维修', body: BODY })

/** An outbox whose line is what the test says. */
function outboxWith(replies: (Order | Error)[], isOnline = () => true) {
  const sent: string[] = []
  const outbox = createOutbox({
    username: 'resident',
    isOnline,
    place: async (_body, key) => {
      sent.push(key)
      const reply = replies.shift() ?? ORDER
      if (reply instanceof Error) throw reply
      return reply
    },
  })
  return { outbox, sent }
}

test('an order that the server takes leaves nothing behind', async () => {
  const { outbox, sent } = outboxWith([])
  expect(await outbox.send(order('one'))).toEqual({ outcome: 'placed', order: ORDER })
  expect(sent).toEqual(['one'])
  expect(readWaiting('resident')).toEqual([])
})

test('without a line it waits on the device, and goes out with the same key once there is one', async () => {
  let isOnline = false
  const { outbox, sent } = outboxWith([], () => isOnline)
  expect(await outbox.send(order('one'))).toEqual({ outcome: 'waiting' })
  expect(sent).toEqual([])
  expect(readWaiting('resident')).toMatchObject([{ key: 'one', refusal: null }])
  isOnline = true
  await outbox.flush()
  expect(sent).toEqual(['one'])
  expect(outbox.view()).toEqual([])
})

test('a lost reply is asked for again by itself, under the same key', async () => {
  const { outbox, sent } = outboxWith([new ApiError(0, 'network'), new ApiError(503, 'server')])
  expect(await outbox.send(order('one'))).toEqual({ outcome: 'waiting' })
  await jest.advanceTimersByTimeAsync(1_000)
  await jest.advanceTimersByTimeAsync(2_000)
  expect(sent).toEqual(['one', 'one', 'one'])
  expect(outbox.view()).toEqual([])
})

test('a refused order stays with its reason, and the next goes out all the same', async () => {
  const refusal = new ApiError(422, 'not_offered', { serviceItem: 'C08-03' })
  const { outbox, sent } = outboxWith([refusal])
  expect(await outbox.send(order('one'))).toMatchObject({
    outcome: 'refused',
    order: { key: 'one', refusal: { status: 422, code: 'not_offered' } },
  })
  expect(await outbox.send(order('two'))).toMatchObject({ outcome: 'placed' })
  expect(sent).toEqual(['one', 'two'])
  expect(outbox.view().map(({ key }) => key)).toEqual(['one'])
  outbox.drop('one')
  expect(readWaiting('resident')).toEqual([])
})

test('another visit finds what waits, and only under the same name', async () => {
  const { outbox } = outboxWith([], () => false)
  await outbox.send(order('one'))
  outbox.stop()
  expect(
    outboxWith([])
      .outbox.view()
      .map(({ key }) => key),
  ).toEqual(['one'])
  expect(readWaiting('somebody-else')).toEqual([])
})
