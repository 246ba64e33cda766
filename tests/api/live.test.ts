import type { Order } from '@practice/dispatch/contracts'
import type { ScoreRecord } from '@practice/scoring/contracts'
import { newDocumentId } from '@practice/kernel'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { app, as, asSystem, nobody, onPostgres, tokenOf } from '../support/api'
import { startVictim } from '../support/server'
import { listen, type HeardEvent, type Stream } from '../support/stream'
import { dataOf, db, done, makeTeam, placed, refusalOf } from './dispatch-support'
import { makeVillage } from './points-village'

/** What the product promises of the desk. */
const SOON_MS = 2_000

const open: Stream[] = []

async function hear(username: string, url?: string): Promise<Stream> {
  const stream = await listen(await tokenOf(username), url)
  open.push(stream)
  return stream
}

afterEach(() => {
  for (const stream of open.splice(0)) stream.stop()
})

const ofOrder =
  ({ documentId }: Order, state: string) =>
  (event: HeardEvent) =>
    event.name === 'order' && event.data.documentId === documentId && event.data.state === state

test('whoever sees an order hears of it at once, and nobody of another village does', async () => {
  const [desk, village, other, leader] = await Promise.all(
    ['county-dispatcher', 'village-admin', 'village-admin-2', 'leader'].map((username) => hear(username)),
  )
  const { code, username } = await makeTeam()
  const team = await hear(username)
  const order = await placed()
  for (const stream of [desk, village, leader]) {
    const { data } = await (stream as Stream).until(ofOrder(order, 'placed'), SOON_MS)
    expect(data).toEqual({ documentId: order.documentId, siteCode: order.site.code, state: 'placed', version: 1 })
  }
  await done(await as('county-dispatcher'), order, 'dispatch', { team: code, reason: '试一试' })
  for (const stream of [desk, village, team]) await (stream as Stream).until(ofOrder(order, 'dispatched'), SOON_MS)
  const elsewhere = await placed({ site: '640402107200' }, await as('village-admin-2'))
  await (other as Stream).until(ofOrder(elsewhere, 'placed'), SOON_MS)
  const foreign = (stream: Stream | undefined, one: Order) =>
    stream?.heard.filter(({ data }) => data.documentId === one.documentId)
  expect(foreign(other, order)).toEqual([])
  expect(foreign(village, elsewhere)).toEqual([])
  expect(foreign(team, elsewhere)).toEqual([])
  expect(team.heard.filter(({ name }) => name === 'order')).toHaveLength(1)
})

test('a team hears of what is taken from it: an order that it may no longer claim', async () => {
  const [first, second] = [await makeTeam(), await makeTeam()]
  const late = await hear(second.username)
  const order = await placed()
  const pooled = await done(await as('county-dispatcher'), order, 'pool', { teams: [first.code, second.code] })
  await late.until(ofOrder(order, 'pooled'), SOON_MS)
  await done(first.leader, pooled, 'claim')
  await late.until(ofOrder(order, 'accepted'), SOON_MS)
})

test('records are heard of by those who read them, in their village alone', async () => {
  const [here, there] = [await makeVillage({ households: 1 }), await makeVillage({ households: 1 })]
  const [reviewer, other, team] = await Promise.all([
    hear(`reviewer-${here.site}`),
    hear(`reviewer-${there.site}`),
    hear('team-leader'),
  ])
  const data = { card: here.cards[0]?.number, rule: 'T-01', occurredAt: new Date().toISOString() }
  const record = dataOf<ScoreRecord>(await here.admin.post('/api/scoring/records', { data }))
  const { data: told } = await reviewer.until(({ name }) => name === 'record', SOON_MS)
  expect(told).toMatchObject({ documentId: record.documentId, state: 'recorded', siteCode: here.site })
  const { data: waiting } = await reviewer.until(({ name }) => name === 'notification', SOON_MS)
  expect(waiting).toEqual({ unread: 1 })
  await pause(700)
  expect(other.heard.map(({ name }) => name)).toEqual(['ready'])
  expect(team.heard.filter(({ name }) => name === 'record')).toEqual([])
})

test('the stream is neither compressed nor kept, and is for those who are signed in', async () => {
  const { status, headers } = await hear('county-dispatcher')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('text/event-stream')
  expect(headers.get('content-encoding')).toBeNull()
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect((await nobody().get('/api/access/live')).status).toBe(401)
})

test('an account has so many streams and no more, and one that is closed makes room', async () => {
  const { username } = await makeTeam()
  const streams = await Promise.all(Array.from({ length: 4 }, () => hear(username)))
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const caller = await as(username)
  const refused = await caller.get('/api/access/live')
  expect(refusalOf(refused)).toBe('429 throttled')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  streams[0]?.stop()
  await pause(200)
  expect((await hear(username)).status).toBe(200)
})

test('a blocked account hears nothing more, from that moment', async () => {
  const { username } = await makeTeam()
  const stream = await hear(username)
  const user = app().db.query('plugin::users-permissions.user')
  await asSystem(() => user.update({ where: { username }, data: { blocked: true } }))
  await Promise.race([stream.ended, pause(SOON_MS).then(() => Promise.reject(new Error('The stream went on')))])
})

test('a token that expires takes its stream along', async () => {
  const { username } = await makeTeam()
  const { id } = (await db()('up_users').where({ username }).first('id')) as { id: number }
  const jwt = app().plugin('users-permissions').service('jwt') as {
    issue(payload: { id: number }, options: { expiresIn: number }): string
  }
  const stream = await listen(jwt.issue({ id }, { expiresIn: 2 }))
  open.push(stream)
  await Promise.race([stream.ended, pause(12_000).then(() => Promise.reject(new Error('The stream went on')))])
}, 20_000)

test('what happens on one server is heard on another of the same database, once each', async () => {
  const second = await startVictim({})
  try {
    const stream = await hear('county-dispatcher', second.url)
    const village = await as('village-admin')
    const orders = []
    for (let made = 0; made < 5; made++) orders.push(await placed({ note: randomUUID() }, village))
    for (const order of orders) await stream.until(ofOrder(order, 'placed'), SOON_MS)
    await pause(1_200)
    for (const order of orders) expect(stream.heard.filter(ofOrder(order, 'placed'))).toHaveLength(1)
  } finally {
    await second.kill()
  }
}, 90_000)

// SQLite lets one writer in at a time, so that its ids are committed in their order.
const testOnPostgres = onPostgres ? test : test.skip
testOnPostgres('a row that is committed after one with a higher id is heard of all the same', async () => {
  const [early, late] = [await placed(), await placed()]
  const stream = await hear('county-dispatcher')
  const step = (order: Order) => ({
    document_id: newDocumentId(),
    order_id: order.documentId,
    sequence: 1_000,
    verb: 'place',
    to_state: 'placed',
    ...{ actor: 'test', actor_name: 'test', role: 'system', at: new Date() },
  })
  const slow = await db().transaction()
  await slow('dispatch_order_events').insert(step(early))
  await db()('dispatch_order_events').insert(step(late))
  await stream.until(ofOrder(late, 'placed'), SOON_MS)
  await pause(1_200)
  expect(stream.heard.filter(ofOrder(early, 'placed'))).toEqual([])
  await slow.commit()
  await stream.until(ofOrder(early, 'placed'), SOON_MS)
})
