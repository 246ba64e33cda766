import { app, asSystem, onPostgres } from '../support/api'
import { ASKERS, caller, leaksIn, makeTowns, secretOf, type Town } from './scope-towns'

/** The probes of scope-probes.md that write: nothing of B is changed, and nothing of A leaves A. */

let a: Town
let b: Town

beforeAll(async () => {
  ;({ a, b } = await makeTowns('640482'))
})

const ROUTES = [
  ['sites', 'site', { name: '改名' }],
  ['venues', 'venue', { name: '改名' }],
  ['organisations', 'organisation', { name: '改名' }],
  ['teams', 'team', { name: '改名' }],
  ['volunteers', 'volunteer', { name: '改名' }],
  ['service-offerings', 'offering', { hours: '改时' }],
  ['households', 'household', { name: '改名' }],
  ['pairings', 'pairing', { note: '改' }],
  ['assignments', 'assignment', { leaderName: '改名' }],
  ['activities', 'activity', { title: '改名' }],
  ['articles', 'draft', { title: '改名' }],
  ['articles', 'article', { title: '改名' }],
] as const

const TABLES = [
  'sites',
  'venues',
  'organisations',
  'teams',
  'volunteers',
  'service_offerings',
  'households',
  'pairings',
  'assignments',
  'articles',
  'activities',
  'dispatch_orders',
]

/** Every row of B as the database has it, links included. */
async function stateOfB(): Promise<string> {
  const db = app().db.connection
  const rows = await Promise.all(
    TABLES.map((table) => db(table).where('site_code', 'like', `${b.site}%`).orderBy('id').select('*')),
  )
  const links = await db('teams_organisation_lnk').orderBy('id').select('*')
  return JSON.stringify([rows, links.length > 0])
}

describe.each(ASKERS)('%s', (asker) => {
  test('changes, deletes and publishes nothing of B (29)', async () => {
    const before = await stateOfB()
    const who = caller(a, asker)
    for (const [route, row, data] of ROUTES) {
      const path = `/api/${route}/${b.rows[row]?.documentId}`
      for (const reply of [
        await who.put(path, { data }),
        await who.put(`${path}?populate=*`, { data }),
        await who.put(`${path}?status=published`, { data }),
        await who.delete(path),
        await who.put(`/api/${route}/${b.rows[row]?.id}`, { data }),
      ]) {
        expect({ path, status: reply.status, refused: [400, 401, 403, 404, 405].includes(reply.status) }).toEqual({
          path,
          status: reply.status,
          refused: true,
        })
        expect(leaksIn(reply.text, asker, 'B')).toEqual([])
      }
    }
    for (const verb of ['publish', 'unpublish']) {
      const reply = await who.post(`/api/articles/${b.rows.draft?.documentId}/${verb}`, { data: {} })
      expect([401, 403, 404]).toContain(reply.status)
    }
    expect(await stateOfB()).toBe(before)
  })
})

describe('an officer of A', () => {
  const officer = () => caller(a, 'town-officer')
  const venue = (data: object) => ({
    data: { code: `W-${Math.random()}`, name: '新馆', use: 'fitness', area: 5, ...data },
  })

  test.each([
    ['a foreign site by code', () => ({ site: b.village }), 404],
    ['a foreign site by documentId', () => ({ site: b.rows.site?.documentId }), 404],
    ['a foreign site by number', () => ({ site: b.rows.site?.id }), 404],
    ['a foreign site by a number in text', () => ({ site: String(b.rows.site?.id) }), 404],
    ['a foreign site by connect', () => ({ site: { connect: [{ documentId: b.rows.site?.documentId }] } }), 404],
    [
      'a foreign site by connect with position',
      () => ({ site: { connect: [{ id: b.rows.site?.id, position: { end: true } }] } }),
      404,
    ],
    ['a foreign site by set', () => ({ site: { set: [b.rows.site?.id] } }), 404],
    ['a foreign siteCode', () => ({ siteCode: b.village }), 404],
    ['a site above', () => ({ site: '640482' }), 403],
    ['no site', () => ({}), 400],
    ['site: null', () => ({ site: null }), 400],
    ['an empty set', () => ({ site: { set: [] } }), 400],
    ['two sites', () => ({ site: [a.village, a.site] }), 400],
    ['a code that disagrees', () => ({ site: a.village, siteCode: b.village }), 400],
    ['a list of a list', () => ({ site: [[a.village]] }), 400],
    ['an unknown site', () => ({ site: '999999999' }), 404],
  ])('creates no venue with %s (30, 32)', async (_, data, status) => {
    const before = await asSystem(() => app().db.query('api::venue.venue').count())
    const reply = await officer().post('/api/venues', venue(data()))
    expect(reply.status).toBe(status)
    expect(await asSystem(() => app().db.query('api::venue.venue').count())).toBe(before)
  })

  test.each([
    ['by documentId', () => a.rows.site?.documentId],
    ['by code', () => a.village],
    ['by number', () => a.rows.site?.id],
    ['by connect', () => ({ connect: [{ documentId: a.rows.site?.documentId }] })],
    ['by set', () => ({ set: [{ id: a.rows.site?.id }] })],
  ])('creates one in an own site named %s, stamped', async (_, site) => {
    const reply = await officer().post('/api/venues?populate=site', venue({ site: site() }))
    expect(reply.status).toBe(201)
    expect((reply.body as { data: object }).data).toMatchObject({ siteCode: a.village, site: { code: a.village } })
  })

  test('moves no row out and orphans none (31)', async () => {
    const path = `/api/venues/${a.rows.venue?.documentId}`
    for (const [data, status] of [
      [{ site: null }, 400],
      [{ site: { disconnect: [{ documentId: a.rows.site?.documentId }] } }, 400],
      [{ site: b.village }, 404],
      [{ site: '640482' }, 403],
      [{ siteCode: b.village }, 404],
      [{ siteCode: null }, 400],
      [{ siteCode: '' }, 400],
    ] as const) {
      const reply = await officer().put(path, { data })
      expect({ data, status: reply.status }).toEqual({ data, status })
    }
    const moved = await officer().put(path, { data: { site: a.site } })
    expect(moved.status).toBe(200)
    expect((moved.body as { data: object }).data).toMatchObject({ siteCode: a.site })
  })

  test('connects nothing foreign, from neither side (32)', async () => {
    const team = `/api/teams/${a.rows.team?.documentId}`
    expect((await officer().put(team, { data: { organisation: b.codes.organisation } })).status).toBe(404)
    expect((await officer().put(team, { data: { organisation: { connect: [b.rows.organisation?.id] } } })).status).toBe(
      404,
    )
    expect((await officer().put(team, { data: { organisationCode: b.codes.organisation } })).status).toBe(404)
    const above = caller(a, 'county-dispatcher')
    const site = `/api/sites/${a.rows.site?.documentId}`
    for (const children of [[b.rows.site?.documentId], { connect: [b.rows.site?.id] }, { set: [] }]) {
      const reply = await above.put(site, { data: { children } })
      expect({ children, status: reply.status }).toEqual({ children, status: 400 })
      expect(reply.text).toContain('children')
    }
  })

  test('gets no foreign row echoed (33)', async () => {
    const path = `/api/teams/${a.rows.team?.documentId}?populate[site][populate][parent][populate]=children`
    const reply = await officer().put(path, { data: { capacity: 6 } })
    expect(reply.status).toBe(200)
    expect(leaksIn(reply.text, 'town-officer', 'B')).toEqual([])
    const filtered = await officer().put(`/api/teams/${a.rows.team?.documentId}?filters[site][name]=x`, {
      data: { capacity: 7 },
    })
    expect(filtered.status).toBe(400)
  })

  test('never changes a code', async () => {
    const reply = await officer().put(`/api/teams/${a.rows.team?.documentId}`, { data: { code: 'OTHER' } })
    expect(reply.status).toBe(422)
    expect((reply.body as { error: { details: object } }).error.details).toMatchObject({ code: 'code_fixed' })
  })

  test('applies no plan with a foreign line among its own (34)', async () => {
    const lines = [a, b].map((town) => ({ order: town.rows.order?.documentId, team: a.codes.team, version: 1 }))
    const reply = await officer().post('/api/dispatch/plans/apply', { data: { assignments: lines } })
    expect(reply.status).toBe(200)
    const results = (reply.body as { data: { order: string; ok: boolean; code?: string }[] }).data
    expect(results.find(({ order }) => order === b.rows.order?.documentId)).toMatchObject({
      ok: false,
      code: 'not_found',
    })
  })

  test("a team that moves takes its volunteers' site along", async () => {
    const team = `/api/teams/${a.rows.team?.documentId}`
    const volunteer = () =>
      asSystem(() =>
        app()
          .db.query('api::volunteer.volunteer')
          .findOne({ where: { number: a.codes.volunteer } }),
      )
    expect((await officer().put(team, { data: { site: a.village } })).status).toBe(200)
    expect(await volunteer()).toMatchObject({ siteCode: a.village })
    expect((await officer().put(team, { data: { site: a.site } })).status).toBe(200)
    expect(await volunteer()).toMatchObject({ siteCode: a.site })
  })

  test('deletes nothing that others carry', async () => {
    const reply = await officer().delete(`/api/teams/${a.rows.team?.documentId}`)
    expect(reply.status).toBe(422)
  })
})

describe('a village admin of A', () => {
  const admin = () => caller(a, 'village-admin')
  const household = () => `/api/households/${a.rows.household?.documentId}`

  test('saves a form with masks in it without writing the masks', async () => {
    const reply = await admin().put(household(), {
      data: { name: '马某', phone: '199****0003', idNumber: '6404**********0012' },
    })
    expect(reply.status).toBe(200)
    const row = await asSystem(() =>
      app()
        .db.query('api::household.household')
        .findOne({ where: { code: a.codes.household } }),
    )
    expect(row).toMatchObject({ name: '马某', phone: '19900000003', idNumber: '640402199001010012' })
    expect((await admin().put(household(), { data: { phone: '199****9999' } })).status).toBe(400)
  })

  test("makes households under the village's own codes only", async () => {
    const create = (code: string) => admin().post('/api/households', { data: { code, site: a.village, name: '新户' } })
    expect((await create(`${b.village}-H902`)).status).toBe(400)
    expect((await create(`${a.village}-H902`)).status).toBe(201)
    const again = await create(`${a.village}-H902`)
    expect(again.status).toBe(400)
    expect(again.text).toContain('code')
  })

  test.each([
    [{ name: ['a'] }, 'name'],
    [{ name: { a: 1 } }, 'name'],
    [{ name: 'x'.repeat(300) }, 'name'],
    [{ name: 'a\u0007b' }, 'name'],
    [{ name: 'a\u0000b' }, ''],
    [{ name: 5 }, 'name'],
    [{ sample: 'yes' }, 'sample'],
    [{ nonsense: 1 }, 'nonsense'],
    [{ siteCode: 5 }, 'siteCode'],
    [{ members: [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]] }, 'members'],
    [{ id: 5 }, 'id'],
    [{ documentId: 'x' }, 'documentId'],
    [{ createdBy: 1 }, 'createdBy'],
  ])('is told what is wrong with %j', async (data, name) => {
    const reply = await admin().put(household(), { data })
    expect(reply.status).toBe(400)
    const { error } = reply.body as { error: { details: { code: string; errors: { path: string[] }[] } } }
    expect(error.details.code).toBe('invalid')
    expect(error.details.errors.map(({ path }) => path.join('.'))).toContain(name)
  })

  test('keeps drafts, and publishes nothing', async () => {
    const create = (query: string) =>
      admin().post(`/api/articles${query}`, { data: { title: '村里的事', body: '<p>x</p>', site: a.village } })
    const made = await create('')
    expect(made.status).toBe(201)
    const { documentId, publishedAt } = (made.body as { data: { documentId: string; publishedAt: unknown } }).data
    expect(publishedAt).toBeNull()
    const publish = await admin().put(`/api/articles/${documentId}?status=published`, { data: {} })
    const row = await asSystem(() =>
      app()
        .db.query('api::article.article')
        .count({ where: { documentId, publishedAt: { $notNull: true } } }),
    )
    expect({ status: publish.status < 500, row }).toEqual({ status: true, row: 0 })
  })

  test('writes no script into an article', async () => {
    const body =
      '<p onclick="x()">好<script>alert(1)</script><img src="https://evil.example/x.png" onerror="x()">' +
      '<img src="/uploads/a.png"><a href="javascript:alert(1)">a</a><iframe src="//evil"></iframe><svg onload="x()"></svg></p>'
    const reply = await admin().post('/api/articles', { data: { title: '脚本', body, site: a.village } })
    expect((reply.body as { data: { body: string } }).data.body).toBe(
      '<p>好<img /><img src="/uploads/a.png" /><a rel="noopener noreferrer">a</a></p>',
    )
  })
})

describe('the content manager', () => {
  type Documents = Record<'create' | 'update' | 'delete' | 'clone', (params: object) => Promise<unknown>>
  const asPanel = <T>(work: () => Promise<T>) => {
    const actors = app().plugin('access').service('actors') as {
      runAs<R>(actor: object, work: () => Promise<R>): Promise<R>
    }
    return actors.runAs({ kind: 'panel', adminId: 1, displayName: 'admin' }, work)
  }
  const documents = (uid: string) =>
    app().documents(uid as Parameters<ReturnType<typeof app>['documents']>[0]) as unknown as Documents

  test.each([
    'plugin::dispatch.order',
    'plugin::dispatch.order-event',
    'plugin::access.audit-entry',
    'plugin::access.file-claim',
  ])('reads %s and writes none of it', async (uid) => {
    const rows = () => app().db.query(uid as Parameters<ReturnType<typeof app>['db']['query']>[0])
    await expect(asPanel(() => rows().findMany({ limit: 1 }))).resolves.toBeDefined()
    const row = (await asSystem(() => rows().findOne({}))) as { id: number; documentId: string } | null
    const { documentId = 'x', id = 0 } = row ?? {}
    await expect(asPanel(() => documents(uid).create({ data: {} }))).rejects.toThrow()
    await expect(asPanel(() => documents(uid).update({ documentId, data: {} }))).rejects.toThrow()
    await expect(asPanel(() => documents(uid).delete({ documentId }))).rejects.toThrow()
    await expect(asPanel(() => documents(uid).clone({ documentId, data: {} }))).rejects.toThrow()
    if (row !== null) {
      await asPanel(() => rows().deleteMany({ where: { id } })).catch(() => undefined)
      expect(await asSystem(() => rows().count({ where: { id } }))).toBe(1)
    }
  })

  test('stamps what its forms write, unchanged columns sent along', async () => {
    const data = { name: '馆', siteCode: a.site, site: { connect: [{ id: a.rows.site?.id }], disconnect: [] } }
    const { documentId } = a.rows.venue ?? { documentId: '' }
    await asSystem(() =>
      app()
        .db.query('api::venue.venue')
        .update({ where: { documentId }, data: { siteCode: a.site } }),
    )
    await asPanel(() => documents('api::venue.venue').update({ documentId, data }))
    const row = await asSystem(() => app().db.query('api::venue.venue').findOne({ where: { documentId } }))
    expect(row).toMatchObject({ siteCode: a.village, name: '馆' })
  })
})

/** An act that the audit log keeps. */
const act = () => caller(a, 'town-officer').put(`/api/teams/${a.rows.team?.documentId}`, { data: { capacity: 9 } })

test('the audit log is refused every change by the database itself', async () => {
  await act()
  const db = app().db.connection
  const refusal = { message: expect.stringContaining('append-only') as string }
  expect(Number(((await db('access_audit_entries').count({ n: '*' }))[0] as { n: number }).n)).toBeGreaterThan(0)
  await expect(db('access_audit_entries').update({ action: 'x' })).rejects.toMatchObject(refusal)
  await expect(db('access_audit_entries').delete()).rejects.toMatchObject(refusal)
  if (onPostgres) await expect(db.raw('truncate access_audit_entries')).rejects.toMatchObject(refusal)
})

test('what is written is in the audit log, for the town that it belongs to', async () => {
  await act()
  const reply = await caller(a, 'town-officer').get('/api/access/audit?filters[action]=update&sort=at:desc')
  expect(reply.status).toBe(200)
  const { data } = reply.body as { data: { siteCode: string; actor: string }[] }
  expect(data.length).toBeGreaterThan(0)
  for (const { siteCode } of data) expect(siteCode.startsWith(a.site)).toBe(true)
  expect(reply.text).not.toContain(secretOf('B', ''))
})
