import { ROLES } from '@practice/kernel'
import { ABILITIES, Me } from '@practice/access/contracts'
import type { AccessServices } from '@practice/access/services'
import { app, as, asSystem, nobody } from '../support/api'
import { ASKERS, caller, makeTowns, secretOf, type Asker, type Town } from './scope-towns'

let a: Town
let b: Town

beforeAll(async () => {
  ;({ a, b } = await makeTowns('640486'))
})

describe('GET /access/me', () => {
  test.each(ROLES)('tells a %s who they are, in the form of the contract', async (role) => {
    const reply = await caller(a, role).get('/api/access/me')
    expect(reply.status).toBe(200)
    const me = Me.reply.parse((reply.body as { data: unknown }).data)
    expect(me).toMatchObject({ username: a.users[role].username, role })
    expect(ABILITIES).toEqual(expect.arrayContaining(me.can))
  })

  test('names the site and the team', async () => {
    const reply = await caller(a, 'team-leader').get('/api/access/me')
    expect((reply.body as { data: object }).data).toMatchObject({
      site: { code: a.site, name: 'A镇', tier: 'town' },
      team: { code: a.codes.team, name: 'A队' },
      can: ['order.inbox', 'reveal'],
    })
  })

  test('is for people who have signed in', async () => {
    expect((await nobody().get('/api/access/me')).status).toBe(401)
  })
})

describe('POST /access/reveal', () => {
  const reveal = (asker: Asker, type: string, row: string, field = 'phone', town = a) =>
    caller(a, asker).post('/api/access/reveal', {
      data: { type, documentId: town.rows[row]?.documentId, field, reason: '回访' },
    })

  test.each([
    ['county-dispatcher', 'household', 'household', 'phone', 200, '19900000003'],
    ['county-dispatcher', 'household', 'household', 'idNumber', 200, '640402199001010012'],
    ['county-dispatcher', 'volunteer', 'volunteer', 'phone', 200, '19900000002'],
    ['county-dispatcher', 'order', 'order', 'phone', 200, '19900000004'],
    ['village-admin', 'household', 'household', 'phone', 200, '19900000003'],
    ['village-admin', 'order', 'order', 'phone', 200, '19900000004'],
    // The town's volunteers are above the village.
    ['village-admin', 'volunteer', 'volunteer', 'phone', 403, null],
    ['team-leader', 'order', 'order', 'phone', 200, '19900000004'],
    ['team-leader', 'household', 'household', 'phone', 404, null],
    ['team-leader', 'volunteer', 'volunteer', 'phone', 403, null],
    ['town-officer', 'household', 'household', 'phone', 403, null],
    ['points-supervisor', 'household', 'household', 'phone', 403, null],
    ['resident', 'order', 'order', 'phone', 403, null],
    ['public', 'order', 'order', 'phone', 401, null],
  ] as const)('%s, %s %s %s: %d', async (asker, type, row, field, status, value) => {
    const reply = await reveal(asker, type, row, field)
    expect(reply.status).toBe(status)
    expect(reply.text.includes(value ?? 'never')).toBe(value !== null)
  })

  test('shows nothing of another town, but the order that the own team carries out', async () => {
    for (const asker of ASKERS) {
      for (const row of ['household', 'volunteer', 'order']) {
        expect([401, 403, 404]).toContain((await reveal(asker, row, row, 'phone', b)).status)
      }
    }
    expect((await reveal('team-leader', 'order', 'carried', 'phone', b)).status).toBe(200)
  })

  test('shows a team the number from accepting to completing only', async () => {
    const { documentId } = a.rows.order ?? { documentId: '' }
    const orders = () => app().db.connection('dispatch_orders').where({ document_id: documentId })
    for (const state of ['dispatched', 'completed', 'rated']) {
      await orders().update({ state })
      expect({ state, status: (await reveal('team-leader', 'order', 'order')).status }).toEqual({ state, status: 409 })
    }
    await orders().update({ state: 'accepted' })
  })

  test('is kept before it is answered, with its reason', async () => {
    await reveal('village-admin', 'household', 'household', 'idNumber')
    const { documentId } = a.rows.household ?? {}
    const where = { action: 'reveal', subjectId: documentId }
    const entries = (await asSystem(() =>
      app()
        .db.query('plugin::access.audit-entry')
        .findMany({ where, orderBy: { id: 'desc' } }),
    )) as object[]
    expect(entries[0]).toMatchObject({
      actor: a.users['village-admin'].username,
      role: 'village-admin',
      siteCode: a.village,
      subjectType: 'household',
      detail: { field: 'idNumber', reason: '回访' },
    })
  })

  test.each([
    [{ type: 'household', documentId: 'x', field: 'phone' }, 'reason'],
    [{ type: 'household', documentId: 'x', field: 'phone', reason: ' ' }, 'reason'],
    [{ type: 'site', documentId: 'x', field: 'phone', reason: '回访' }, 'type'],
    [{ type: 'order', documentId: 'x', field: 'idNumber', reason: '回访' }, 'field'],
    [{ type: 'order', documentId: 'x', field: 'phone', reason: '回访', more: 1 }, 'more'],
  ])('refuses %j', async (data, name) => {
    const reply = await caller(a, 'village-admin').post('/api/access/reveal', { data })
    expect(reply.status).toBe(400)
    expect(reply.text).toContain(`"${name}"`)
  })
})

describe('GET /access/audit', () => {
  const entriesOf = async (asker: Asker, query = '') => {
    const reply = await caller(a, asker).get(`/api/access/audit${query}`)
    expect(reply.status).toBe(200)
    return reply.body as {
      data: { actor: string; siteCode: string | null; action: string; at: string; address: string | null }[]
      meta: { pagination: { total?: number; page: number } }
    }
  }

  beforeAll(async () => {
    for (const town of [a, b]) {
      await caller(town, 'town-officer').put(`/api/teams/${town.rows.team?.documentId}`, { data: { capacity: 8 } })
      const article = { data: { title: secretOf(town.letter, 'title'), site: town.site } }
      await caller(town, 'county-editor').post('/api/articles', article)
    }
  })

  test('shows an editor the own acts, an officer those of the town', async () => {
    const own = await entriesOf('county-editor')
    expect(own.data.length).toBeGreaterThan(0)
    expect(new Set(own.data.map(({ actor }) => actor))).toEqual(new Set([a.users['county-editor'].username]))
    const town = await entriesOf('town-officer', '?pagination[pageSize]=100')
    expect(town.data.map(({ action }) => action)).toEqual(expect.arrayContaining(['update', 'create']))
    for (const { siteCode } of town.data) expect(siteCode?.startsWith(a.site)).toBe(true)
  })

  test('takes the list syntax of the contract', async () => {
    const found = await entriesOf('town-officer', '?filters[action][$in]=update&filters[action][$in]=x&sort=at:asc')
    expect(found.data.every(({ action }) => action === 'update')).toBe(true)
    const times = found.data.map(({ at }) => at)
    expect(times).toEqual([...times].sort())
    expect((await entriesOf('town-officer', '?pagination[withCount]=false')).meta.pagination.total).toBeUndefined()
    const later = await entriesOf('town-officer', `?filters[at][$gt]=${new Date(Date.now() + 1000).toISOString()}`)
    expect(later).toMatchObject({ data: [], meta: { pagination: { total: 0, page: 1 } } })
    const [entry] = (await entriesOf('town-officer', '?filters[actor][$contains]=officer')).data
    expect(entry?.address).toMatch(/127\.0\.0\.1/)
    expect((await entriesOf('town-officer', '?filters[actor][$contains]=%25')).data).toEqual([])
  })

  test.each(['village-admin', 'team-leader', 'points-reviewer', 'leader', 'resident'] as const)(
    'is closed to a %s',
    async (asker) => {
      expect((await caller(a, asker).get('/api/access/audit')).status).toBe(403)
    },
  )
})

describe('a request that must happen once', () => {
  const idempotency = () => app().plugin('access').service('idempotency') as AccessServices['idempotency']
  const actors = () => app().plugin('access').service('actors') as AccessServices['actors']

  const once = (key: string, input: unknown, work: () => Promise<{ documentId: string; value: number }>) =>
    app().db.connection.transaction((trx) =>
      idempotency().once(trx, { actor: 'tester', operation: 'test', key, input }, work),
    )

  test('is done once, and remembered with its input', async () => {
    let done = 0
    const work = () => Promise.resolve({ documentId: `made-${++done}`, value: done })
    expect(await once('key-of-this-test', { a: 1, b: 2 }, work)).toMatchObject({
      ok: true,
      value: { fresh: true, value: 1 },
    })
    expect(await once('key-of-this-test', { b: 2, a: 1 }, work)).toEqual({
      ok: true,
      value: { fresh: false, documentId: 'made-1' },
    })
    expect(await once('key-of-this-test', { a: 2 }, work)).toMatchObject({ ok: false, code: 'key_reused' })
    expect(done).toBe(1)
  })

  test('of many at once, one does it and the others see what it made', async () => {
    let done = 0
    const work = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return { documentId: `only-${++done}`, value: done }
    }
    const all = await Promise.all(Array.from({ length: 12 }, () => once('key-of-a-race', {}, work)))
    expect(done).toBe(1)
    expect(all.filter((result) => result.ok && result.value.fresh)).toHaveLength(1)
    expect(all.every((result) => result.ok && result.value.documentId === 'only-1')).toBe(true)
  })

  test('leaves no key behind when its work fails', async () => {
    await expect(once('key-of-a-fault', {}, () => Promise.reject(new Error('broken')))).rejects.toMatchObject({
      message: 'broken',
    })
    expect(await once('key-of-a-fault', {}, () => Promise.resolve({ documentId: 'x', value: 1 }))).toMatchObject({
      ok: true,
    })
    expect(actors().current()).toEqual({ kind: 'public' })
  })
})

test('the demo accounts are who the contract says', async () => {
  const me = async (username: string) =>
    ((await (await as(username)).get('/api/access/me')).body as { data: object }).data
  expect(await me('county-dispatcher')).toMatchObject({ site: { code: '640402', tier: 'center' } })
  expect(await me('town-officer-2')).toMatchObject({ role: 'town-officer', site: { code: '640402107' } })
  expect(await me('resident')).toMatchObject({ role: 'resident', can: ['order.place'] })
})
