import { exclusively } from '../exclusively'
import { fakeServer, freshStore, item, settled, tab } from './support'

/** Locks as a browser has them: one holder at a time, the others wait in line. */
function fakeLocks(): Pick<LockManager, 'request'> {
  let last: Promise<unknown> = Promise.resolve()
  const request = (_name: string, work: () => Promise<void>) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  return { request: request as LockManager['request'] }
}

const KEYS = Array.from({ length: 20 }, (_, index) => `k${String(index).padStart(2, '0')}`)

test.each([
  ['the browser’s locks', fakeLocks()],
  ['a lease in the store', undefined],
])('two tabs with %s never send at the same time, and each record goes once', async (_name, locks) => {
  const server = fakeServer()
  const store = freshStore()
  const open = (owner: string) =>
    tab(store, server, { exclusively: (work) => exclusively({ name: 'outbox', locks, store, owner }, work) })
  const [one, other] = [open('one'), open('other')]
  await Promise.all(KEYS.map((key, index) => (index % 2 === 0 ? one : other).add([item(key)])))
  await Promise.all([one.flush(), other.flush(), one.flush(), other.flush()])
  await settled(one)
  await settled(other)
  expect([...server.records].sort()).toEqual(KEYS)
  expect(server.requests).toHaveLength(KEYS.length)
  expect(server.mostAtOnce).toBe(1)
})

test('a tab that died with its lease gives it up by itself', async () => {
  const store = freshStore()
  expect(await store.lease('outbox', { owner: 'dead', until: 1_000 }, 0)).toBe(true)
  expect(await store.lease('outbox', { owner: 'alive', until: 1_500 }, 500)).toBe(false)
  expect(await store.lease('outbox', { owner: 'alive', until: 2_000 }, 1_000)).toBe(true)
  expect(await store.lease('outbox', { owner: 'dead', until: 3_000 }, 1_500)).toBe(false)
})
