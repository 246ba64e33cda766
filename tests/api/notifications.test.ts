import type { Notification, NotificationKind, NotificationPreferencesView } from '@practice/access/contracts'
import type { Objection, ScoreRecord } from '@practice/scoring/contracts'
import { randomUUID } from 'node:crypto'
import { app, as, asSystem, callerWith, nobody, onPostgres, tokenOf, type Caller } from '../support/api'
import {
  dataOf,
  db,
  DEMO_TEAM,
  done,
  makeTeam,
  memberOf,
  placed,
  refusalOf,
  uploadPhoto,
  VILLAGE,
} from './dispatch-support'
import { makeVillage, type TestVillage } from './points-village'

const DAY_MS = 86_400_000

/** A moment as the database keeps it. */
const momentOf = (at: number) => (onPostgres ? new Date(at) : at)

/** What somebody was told of a row, the newest first, wherever it stands: other tests swept in times to come. */
async function toldOf(who: Caller | string, documentId: string): Promise<Notification[]> {
  const caller = typeof who === 'string' ? await as(who) : who
  const told: Notification[] = []
  for (let page = 1; ; page++) {
    const query = `pagination[pageSize]=100&pagination[page]=${page}`
    const found = dataOf<Notification[]>(await caller.get(`/api/access/notifications?${query}`))
    told.push(...found.filter(({ subject }) => subject.documentId === documentId))
    if (found.length < 100) return told
  }
}

const kindsTold = async (who: Caller | string, documentId: string) =>
  (await toldOf(who, documentId)).map(({ kind, read }) => `${kind}${read ? '' : ' unread'}`)

async function record({ admin, cards }: TestVillage, rule = 'T-01'): Promise<ScoreRecord> {
  const data = { card: cards[0]?.number, rule, occurredAt: new Date().toISOString() }
  return dataOf<ScoreRecord>(await admin.post('/api/scoring/records', { data }))
}

/** Another account of a role at a site; of a household, where it concerns one. */
async function account(type: string, siteCode: string, householdCode: string | null = null): Promise<string> {
  const username = `told-${randomUUID().slice(0, 12)}`
  await asSystem(async () => {
    const role = (await app().db.query('plugin::users-permissions.role').findOne({ where: { type } })) as { id: number }
    const whose = { username, email: `${username}@example.org`, displayName: username, siteCode, householdCode }
    const login = { provider: 'local', password: randomUUID(), confirmed: true, blocked: false, role: role.id }
    await app()
      .db.query('plugin::users-permissions.user')
      .create({ data: { ...whose, ...login } })
  })
  return username
}

describe('orders', () => {
  test('the desk is told of an order, whoever placed it and other towns are not, and once it is dispatched its team', async () => {
    const { code, leader } = await makeTeam()
    const order = await placed()
    const id = order.documentId
    const [told] = await toldOf('county-dispatcher', id)
    expect(told).toMatchObject({ kind: 'order_placed', read: false, number: order.number, place: order.site.name })
    expect(told?.title).toBe(order.serviceItem.name)
    expect(await kindsTold('town-officer', id)).toEqual(['order_placed unread'])
    for (const other of ['village-admin', 'town-officer-2', 'village-admin-2', 'leader', 'points-reviewer']) {
      expect(await kindsTold(other, id)).toEqual([])
    }
    const dispatcher = await as('county-dispatcher')
    const sent = await done(dispatcher, order, 'dispatch', { team: code, reason: '试一试' })
    expect(await kindsTold('county-dispatcher', id)).toEqual(['order_placed'])
    expect(await kindsTold('town-officer', id)).toEqual(['order_placed'])
    expect(await kindsTold(leader, id)).toEqual(['order_dispatched unread'])
    await done(leader, sent, 'decline', { reason: '人手不够' })
    expect(await kindsTold(leader, id)).toEqual(['order_dispatched'])
    const [again] = await toldOf('village-admin', id)
    expect(again).toMatchObject({ kind: 'order_declined', read: false, note: '人手不够' })
  })

  test('nobody is told of what concerns their own household', async () => {
    const household = `${VILLAGE}-H001`
    const theirs = await account('town-officer', VILLAGE.slice(0, 9), household)
    const order = await placed({ requester: { name: '马建国', household } })
    expect(await kindsTold(theirs, order.documentId)).toEqual([])
    expect(await kindsTold('town-officer', order.documentId)).toEqual(['order_placed unread'])
  })

  test('the resident is told when the service is done, and no longer once it is rated', async () => {
    const resident = await as('resident')
    const order = await placed({ requester: { name: '马建国', household: `${VILLAGE}-H001` } })
    const leader = await as('team-leader')
    let at = await done(await as('county-dispatcher'), order, 'dispatch', { team: DEMO_TEAM, reason: '试一试' })
    at = await done(leader, at, 'accept')
    at = await done(leader, at, 'start')
    const evidence = [await uploadPhoto('team-leader')]
    const work = { summary: '修好了', served: 1, hours: 1, volunteers: [await memberOf(DEMO_TEAM)], evidence }
    await done(leader, at, 'complete', work)
    expect(await kindsTold(resident, order.documentId)).toEqual(['order_completed unread'])
    const { version } = dataOf<{ version: number }>(await resident.get(`/api/dispatch/orders/${order.documentId}`))
    await done(resident, { ...order, version }, 'rate', { stars: 5 })
    expect(await kindsTold(resident, order.documentId)).toEqual(['order_completed'])
  })

  test('teams that may claim an order are told, and what is overdue climbs, however many servers sweep', async () => {
    const [first, second] = [await makeTeam(), await makeTeam()]
    const order = await placed()
    const id = order.documentId
    await done(await as('county-dispatcher'), order, 'pool', { teams: [first.code, second.code] })
    expect(await kindsTold(first.leader, id)).toEqual(['order_pooled unread'])
    const sweeps = app().plugin('dispatch').service('sweeps') as { run(now: number): Promise<unknown> }
    const rows = () => db()('dispatch_orders').where({ document_id: id })
    await rows().update({ deadline: momentOf(Date.now() - 1_000) })
    await Promise.all([1, 2, 3].map(() => sweeps.run(Date.now())))
    expect(await kindsTold('village-admin', id)).toEqual(['order_overdue unread'])
    for (const _step of ['town', 'center', 'leader']) {
      await rows().update({ escalate_at: momentOf(Date.now() - 1_000) })
      await Promise.all([1, 2].map(() => sweeps.run(Date.now())))
    }
    expect(await kindsTold('town-officer', id)).toContain('order_escalated unread')
    expect(await kindsTold('leader', id)).toEqual(['order_escalated unread'])
    expect(await kindsTold('village-admin', id)).toEqual(['order_overdue unread'])
    const desk = await kindsTold('county-dispatcher', id)
    expect(desk.filter((kind) => kind === 'order_escalated unread')).toHaveLength(1)
  })
})

describe('points', () => {
  test('reviewers are told of a record, recused ones are not, and whoever recorded it hears why it was rejected', async () => {
    const village = await makeVillage({ households: 1 })
    const recused = await account('points-reviewer', village.site, `${village.site}-H001`)
    const made = await record(village)
    expect(await kindsTold(village.reviewer, made.documentId)).toEqual(['record_waiting unread'])
    expect(await kindsTold(recused, made.documentId)).toEqual([])
    expect(await kindsTold('points-reviewer', made.documentId)).toEqual([])
    const address = `/api/scoring/records/${made.documentId}/reject`
    dataOf(await village.reviewer.post(address, { data: { reason: '照片看不清' } }))
    expect(await kindsTold(village.reviewer, made.documentId)).toEqual(['record_waiting'])
    const [rejected] = await toldOf(village.admin, made.documentId)
    expect(rejected).toMatchObject({ kind: 'record_rejected', note: '照片看不清', read: false })
  })

  test('supervisors who may decide it are told of an objection, until it is decided', async () => {
    const village = await makeVillage({ households: 1 })
    const recused = await account('points-supervisor', village.site, `${village.site}-H001`)
    const made = await record(village)
    dataOf(await village.reviewer.post(`/api/scoring/records/${made.documentId}/approve`, { data: {} }))
    const objecting = { data: { reason: '没有看到', by: '李四' } }
    const filed = dataOf<Objection>(
      await village.admin.post(`/api/scoring/records/${made.documentId}/objections`, objecting),
    )
    expect(await kindsTold(village.supervisor, filed.documentId)).toEqual(['objection_filed unread'])
    expect(await kindsTold(recused, filed.documentId)).toEqual([])
    const verdict = { data: { reason: '查实有此事' } }
    dataOf(await village.supervisor.post(`/api/scoring/objections/${filed.documentId}/dismiss`, verdict))
    expect(await kindsTold(village.supervisor, filed.documentId)).toEqual(['objection_filed'])
  })

  test('the supervisor is told of a flag once, and no longer when it is settled', async () => {
    const village = await makeVillage({ households: 1 })
    const occurredAt = new Date(Date.now() - 20 * DAY_MS).toISOString()
    const data = { card: village.cards[0]?.number, rule: 'T-01', occurredAt }
    dataOf(await village.admin.post('/api/scoring/records', { data }))
    const inspection = app().plugin('scoring').service('inspection') as { run(now: number): Promise<number> }
    await Promise.all([inspection.run(Date.now()), inspection.run(Date.now())])
    const list = '/api/access/notifications?filters[kind]=flag_raised'
    const [raised, ...others] = dataOf<Notification[]>(await village.supervisor.get(list))
    expect(others).toEqual([])
    expect(raised).toMatchObject({ read: false, title: '补记太晚' })
    const settling = { data: { note: '纸质登记补录' } }
    dataOf(await village.supervisor.post(`/api/scoring/flags/${raised?.subject.documentId}/settle`, settling))
    expect(dataOf<Notification[]>(await village.supervisor.get(list))[0]?.read).toBe(true)
  })
})

describe('reading', () => {
  test('one reads some or all of one’s own, and nothing of others', async () => {
    const { code, leader } = await makeTeam()
    const stranger = (await makeTeam()).leader
    const dispatcher = await as('county-dispatcher')
    const ids: string[] = []
    for (let count = 0; count < 3; count++) {
      const order = await placed()
      await done(dispatcher, order, 'dispatch', { team: code, reason: '试一试' })
      ids.push((await toldOf(leader, order.documentId))[0]?.documentId ?? '')
    }
    const unread = async () => dataOf<{ unread: number }>(await leader.get('/api/access/notifications/unread')).unread
    const read = (caller: Caller, data: object) => caller.post('/api/access/notifications/read', { data })
    expect(await unread()).toBe(3)
    dataOf(await read(stranger, { documentIds: ids }))
    expect(await unread()).toBe(3)
    expect(dataOf(await read(leader, { documentIds: [ids[0]] }))).toEqual({ unread: 2 })
    const left = dataOf<Notification[]>(await leader.get('/api/access/notifications?filters[read][$eq]=false'))
    expect(left.map(({ documentId }) => documentId).sort()).toEqual(ids.slice(1).sort())
    const seen = dataOf<Notification[]>(await leader.get('/api/access/notifications?filters[read][$eq]=true'))
    expect(seen.map(({ documentId }) => documentId)).toEqual([ids[0]])
    expect(dataOf(await read(leader, { all: true }))).toEqual({ unread: 0 })
  })

  test('what is malformed is refused with its field, and nobody without an account has any', async () => {
    const caller = await as('team-leader')
    for (const query of ['filters[userId]=1', 'filters[kind]=nothing', 'sort=userId', 'populate=*']) {
      expect((await caller.get(`/api/access/notifications?${query}`)).status).toBe(400)
    }
    for (const data of [{}, { all: false }, { documentIds: [] }, { all: true, documentIds: ['x'] }]) {
      expect((await caller.post('/api/access/notifications/read', { data })).status).toBe(400)
    }
    for (const path of ['notifications', 'notifications/unread', 'notifications/preferences']) {
      expect((await nobody().get(`/api/access/${path}`)).status).toBe(401)
    }
  })
})

describe('preferences', () => {
  const PATH = '/api/access/notifications/preferences'

  test('each role is offered what it may be told of, and no mail unless it asks for it', async () => {
    const view = dataOf<NotificationPreferencesView>(await (await as('points-supervisor')).get(PATH))
    expect(view).toEqual({
      email: null,
      mailIsOn: false,
      choices: ['objection_filed', 'flag_raised'].map((kind) => ({ kind, app: true, email: false })),
    })
  })

  test('what is switched off is not told, and mail needs an address', async () => {
    const { code, leader } = await makeTeam()
    const off = { email: null, choices: { order_dispatched: { app: false, email: false } } }
    const kept = dataOf<NotificationPreferencesView>(await leader.put(PATH, { data: off }))
    expect(kept.choices.find(({ kind }) => kind === 'order_dispatched')).toMatchObject({ app: false, email: false })
    const order = await placed()
    await done(await as('county-dispatcher'), order, 'dispatch', { team: code, reason: '试一试' })
    expect(await kindsTold(leader, order.documentId)).toEqual([])
    const mailed = { email: null, choices: { order_pooled: { app: true, email: true } } }
    const refused = await leader.put(PATH, { data: mailed })
    expect(refusalOf(refused)).toBe('400 invalid')
    expect(refused.text).toContain('email_missing')
    expect((await leader.put(PATH, { data: { ...mailed, email: 'not an address' } })).status).toBe(400)
    expect((await leader.put(PATH, { data: { email: null, choices: { nothing: { app: true } } } })).status).toBe(400)
    const other = dataOf<NotificationPreferencesView>(await (await as('team-leader')).get(PATH))
    expect(other.choices.every(({ app: isTold }) => isTold)).toBe(true)
  })
})

test('old notifications go, the read ones sooner', async () => {
  const { username } = await makeTeam()
  const { id } = (await db()('up_users').where({ username }).first('id')) as { id: number }
  const row = (cause: string, days: number, isRead: boolean) => {
    const at = momentOf(Date.now() - days * DAY_MS)
    const subject = {
      subject_type: 'order',
      subject_id: cause,
      document_id: randomUUID().replaceAll('-', '').slice(0, 24),
    }
    const state = { in_app: true, mail_attempts: 0, read_at: isRead ? at : null }
    const kind: NotificationKind = 'order_dispatched'
    return { ...subject, ...state, user_id: id, kind, cause, at, facts: JSON.stringify({ title: cause }) }
  }
  await db()('access_notifications').insert([
    ...[row('old read', 31, true), row('young read', 29, true)],
    ...[row('old unread', 91, false), row('young unread', 89, false)],
  ])
  const notifications = app().plugin('access').service('notifications') as { prune(now: number): Promise<void> }
  await notifications.prune(Date.now())
  const caller = callerWith(await tokenOf(username))
  const titles = dataOf<Notification[]>(await caller.get('/api/access/notifications')).map(({ title }) => title)
  expect(titles.sort()).toEqual(['young read', 'young unread'])
})
