import { ROLES } from '@practice/kernel'
import { app, asSystem, nobody, type Caller } from '../support/api'
import { ASKERS, caller, leaksIn, makeTowns, secretOf, type Asker, type Town } from './scope-towns'

/** The probes of scope-probes.md that read: as every role of A, nothing of B is shown. */

let a: Town
let b: Town

beforeAll(async () => {
  ;({ a, b } = await makeTowns('640481'))
})

/** The routes of master data and orders, and the row of a town that stands for each. */
const ROUTES = [
  ['sites', 'site'],
  ['venues', 'venue'],
  ['organisations', 'organisation'],
  ['teams', 'team'],
  ['volunteers', 'volunteer'],
  ['service-offerings', 'offering'],
  ['households', 'household'],
  ['pairings', 'pairing'],
  ['assignments', 'assignment'],
  ['articles', 'draft'],
  ['activities', 'activity'],
  ['dispatch/orders', 'order'],
] as const

async function assertSilent(asker: Asker, path: string): Promise<number> {
  const reply = await caller(a, asker).get(`/api${path}`)
  expect({ path, status: reply.status < 500 }).toEqual({ path, status: true })
  expect({ path, leaks: leaksIn(reply.text, asker, 'B') }).toEqual({ path, leaks: [] })
  return reply.status
}

const total = async (who: Caller, path: string): Promise<number> => {
  const reply = await who.get(`/api/${path}?pagination[pageSize]=1`)
  return (reply.body as { meta: { pagination: { total: number } } }).meta.pagination.total
}

describe.each(ASKERS)('%s', (asker) => {
  test.each(ROUTES)('reads no row of B from /%s in any way of asking (1-3, 10-15)', async (route, row) => {
    const own = `/${route}/${b.rows[row]?.documentId}`
    const paths = [
      `/${route}`,
      `/${route}?pagination[withCount]=true&pagination[pageSize]=100`,
      own,
      `${own}?populate=*`,
      `/${route}?populate=*&pagination[pageSize]=100`,
      `/${route}?_q=SECRET`,
      `/${route}?status=draft`,
      `/${route}?locale=*`,
      `/${route}?fields[0]=createdBy&fields[1]=password`,
      `/${route}?pagination[page]=3&pagination[pageSize]=100`,
      `/${route}?pagination[start]=0&pagination[limit]=1000`,
      `/${route}?publicationFilter=has-draft`,
    ]
    await Promise.all(paths.map((path) => assertSilent(asker, path)))
  })

  test('reads nothing of B by way of a relation (4-10)', async () => {
    const paths = [
      '/sites?populate=parent',
      '/sites?populate[parent][populate]=children',
      '/sites?populate=parent.children.parent',
      '/sites?populate[children][populate][parent][populate]=*',
      '/teams?populate[site][populate]=children',
      '/teams?populate=organisation',
      '/volunteers?populate[team][populate][site][populate]=children',
      '/pairings?populate[organisation][populate]=site',
      '/service-offerings?populate[site][populate][children][fields]=address',
      '/articles?populate[site][populate]=children',
      '/households?populate[site][populate]=children',
    ]
    await Promise.all(paths.map((path) => assertSilent(asker, path)))
  })

  test('cannot count, sort, filter or select in a populated relation (9, 10)', async () => {
    for (const [path, name] of [
      ['/sites?populate[children][count]=true', 'count'],
      ['/sites?populate[children][filters][parent][code][$eq]=x', 'parent'],
      ['/sites?populate[children][sort]=parent.code', 'parent.code'],
      ['/sites?populate[children][fields]=createdBy', 'createdBy'],
      ['/sites?populate[children][on][x]=y', 'on'],
    ] as const) {
      const reply = await caller(a, asker).get(`/api${path}`)
      expect({ path, status: reply.status, named: reply.text.includes(name) }).toEqual({
        path,
        status: 400,
        named: true,
      })
    }
  })

  test.each(ROUTES.slice(0, 10))('asks no oracle about /%s (16-22)', async (route) => {
    const secret = secretOf('B', 'x')
    const relation = { sites: 'parent', volunteers: 'team', pairings: 'organisation' }[route as string] ?? 'site'
    const queries = [
      `filters[${relation}][address][$startsWith]=${secret}`,
      `filters[$or][0][${relation}][name][$eq]=x`,
      `filters[$and][0][$not][${relation}][name][$eq]=x`,
      `filters[$not][${relation}][id][$eq]=1`,
      `filters[${relation}][id][$eq]=1`,
      `filters[${relation}]=1`,
      `filters[${relation}][$notNull]=true`,
      `filters[${relation}][parent][address][$contains]=x`,
      `filters[createdBy][id]=1`,
      `filters[updatedBy][email][$contains]=a`,
      `filters[password]=x`,
      `sort=${relation}.name`,
      `sort[0]=${relation}.name:asc`,
      `sort[${relation}][name]=asc`,
      'sort=createdBy.id',
    ]
    const replies = await Promise.all(queries.map((query) => caller(a, asker).get(`/api/${route}?${query}`)))
    const answered = replies.map(({ status }, index) => [queries[index], [400, 401, 403].includes(status)])
    expect(answered).toEqual(queries.map((query) => [query, true]))
  })

  test('asks nothing about masked columns (16, 20)', async () => {
    for (const path of [
      '/households?filters[phone][$startsWith]=199',
      '/households?sort=idNumber',
      '/volunteers?filters[phone][$eq]=19900000002',
      '/organisations?filters[contactPhone][$contains]=1',
    ]) {
      const { status } = await caller(a, asker).get(`/api${path}`)
      expect({ path, refused: [400, 401, 403].includes(status) }).toEqual({ path, refused: true })
    }
    for (const path of ['/households?_q=19900000003', '/volunteers?_q=19900000002', '/organisations?_q=19900000001']) {
      const reply = await caller(a, asker).get(`/api${path}`)
      if (reply.status === 200) expect((reply.body as { data: unknown[] }).data).toEqual([])
    }
  })

  test('sees no difference between what is not there and what is not theirs (23)', async () => {
    for (const [route, row] of ROUTES) {
      const foreign = await caller(a, asker).get(`/api/${route}/${b.rows[row]?.documentId}`)
      const absent = await caller(a, asker).get(`/api/${route}/zzzzzzzzzzzzzzzzzzzzzzzz`)
      const isPublic = asker === 'public' || asker === 'resident'
      if (
        isPublic &&
        ['sites', 'venues', 'organisations', 'teams', 'volunteers', 'service-offerings', 'activities'].includes(route)
      )
        continue
      expect({ route, status: foreign.status, body: foreign.body as unknown }).toEqual({
        route,
        status: absent.status,
        body: absent.body as unknown,
      })
    }
  })

  test('finds no users, roles, permissions or files (24-27)', async () => {
    for (const path of [
      '/users',
      '/users/1',
      '/users?populate=*',
      '/users/count',
      '/users/me?populate[site][populate]=parent',
      '/users-permissions/roles',
      '/users-permissions/permissions',
      '/upload/files',
      '/upload/files/1',
      '/upload/files/page',
      '/content-type-builder/content-types',
      '/connect/google',
      '/auth/google/callback',
    ]) {
      expect({ path, status: await assertSilent(asker, path) }).toEqual({ path, status: 404 })
    }
    for (const path of ['/auth/local/register', '/auth/forgot-password', '/auth/reset-password', '/users', '/email']) {
      const reply = await caller(a, asker).post(`/api${path}`, { email: 'resident-b@example.invalid' })
      expect({ path, missing: [404, 405].includes(reply.status) }).toEqual({ path, missing: true })
    }
  })

  test("has no key to Strapi's panel (28)", async () => {
    for (const path of [
      '/content-manager/collection-types/api::household.household',
      '/admin/users',
      '/upload/files',
      '/users-permissions/roles',
      '/content-manager/relations/api::team.team/site',
    ]) {
      const reply = await caller(a, asker).get(path)
      // 404 while the panel is not built.
      expect({ path, shut: [401, 404].includes(reply.status) }).toEqual({ path, shut: true })
    }
  })

  test('gets no figures, suggestions or plans of B (35, 36)', async () => {
    const who = caller(a, asker)
    const order = `/api/dispatch/orders/${b.rows.order?.documentId}`
    for (const reply of [
      await who.get(`/api/dispatch/summary?site=${b.village}`),
      await who.get(`${order}/suggestions`),
      await who.post('/api/dispatch/plans', { data: { site: b.village } }),
      await who.post('/api/dispatch/plans', { data: { orders: [b.rows.order?.documentId] } }),
      await who.post(`${order}/accept`, { data: { version: 1 } }),
      await who.post(`${order}/cancel`, { data: { version: 1, reason: '不再需要' } }),
      await who.post('/api/access/reveal', {
        data: { type: 'order', documentId: b.rows.order?.documentId, field: 'phone', reason: '试一试' },
      }),
      await who.post('/api/access/reveal', {
        data: { type: 'household', documentId: b.rows.household?.documentId, field: 'phone', reason: '试一试' },
      }),
    ]) {
      expect(leaksIn(reply.text, asker, 'B')).toEqual([])
      expect([400, 401, 403, 404, 422]).toContain(reply.status)
    }
  })
})

describe('what one does see', () => {
  test('a town officer counts the rows of the own town and the sites above, and no others', async () => {
    const officer = caller(a, 'town-officer')
    expect(await total(officer, 'households')).toBe(1)
    expect(await total(officer, 'teams')).toBe(1)
    // The district, the town, the village.
    expect(await total(officer, 'sites')).toBe(3)
    expect(await total(officer, 'organisations')).toBe(2)
  })

  test('of the sites above, names and the desk', async () => {
    const reply = await caller(a, 'town-officer').get('/api/organisations?sort=code')
    const { data } = reply.body as { data: Record<string, unknown>[] }
    const above = data.find(({ siteCode }) => siteCode === '640481')
    expect(above).toEqual({
      id: expect.any(Number) as number,
      documentId: expect.any(String) as string,
      code: above?.code,
      name: '区社',
      siteCode: '640481',
    })
    const asked = await caller(a, 'town-officer').get('/api/organisations?filters[contactName][$eq]=ABOVE')
    expect((asked.body as { data: unknown[] }).data).toEqual([])
  })

  test('numbers are masked for whoever reads them', async () => {
    const reply = await caller(a, 'village-admin').get('/api/households')
    const [row] = (reply.body as { data: Record<string, unknown>[] }).data
    expect(row).toMatchObject({ phone: '199****0003', idNumber: '6404**********0012' })
  })

  test('outsiders get names of people and teams, and no more', async () => {
    const reply = await nobody().get('/api/volunteers?filters[name][$eq]=马建国&pagination[pageSize]=5')
    for (const row of (reply.body as { data: Record<string, unknown>[] }).data) {
      expect(Object.keys(row).sort()).toEqual(['documentId', 'id', 'name'])
    }
  })

  test("a team's leader sees the order that the own team carries out elsewhere, and nothing beside it", async () => {
    const reply = await caller(a, 'team-leader').get(`/api/dispatch/orders/${b.rows.carried?.documentId}`)
    expect(reply.status).toBe(200)
    expect(reply.text).toContain(secretOf('B', 'carried'))
  })
})

describe('the system (37-40)', () => {
  test('sees everything, and says so explicitly', async () => {
    const households = () =>
      app()
        .db.query('api::household.household')
        .count({ where: { siteCode: b.village } })
    expect(await asSystem(households)).toBe(1)
    // The same work without saying so is nobody's.
    expect(await households()).toBe(0)
  })

  test('a user without a site sees nothing', async () => {
    for (const role of ROLES.filter((name) => name !== 'resident')) {
      const { id, token } = b.users[role]
      const edit = (siteCode: string | null) =>
        asSystem(() => app().db.query('plugin::users-permissions.user').update({ where: { id }, data: { siteCode } }))
      await edit(null)
      expect(token).toBeTruthy()
      for (const [route] of ROUTES.filter(([name]) => !['articles', 'dispatch/orders'].includes(name))) {
        const reply = await caller(b, role).get(`/api/${route}`)
        if (reply.status === 200 && role !== 'leader') {
          expect({ role, route, data: (reply.body as { data: unknown[] }).data }).toEqual({ role, route, data: [] })
        }
      }
      await edit(role === 'village-admin' || role.startsWith('points') ? b.village : b.site)
    }
  })

  test('a change of site or role takes effect at once', async () => {
    const { id } = a.users['village-admin']
    const who = caller(a, 'village-admin')
    const users = app().db.query('plugin::users-permissions.user')
    const edit = (data: object) => asSystem(() => users.update({ where: { id }, data }))
    expect(await total(who, 'households')).toBe(1)
    await edit({ siteCode: b.village })
    expect((await who.get('/api/households')).text).toContain(secretOf('B', 'household'))
    await edit({ siteCode: a.village })
    expect((await who.get('/api/households')).text).not.toContain(secretOf('B', 'household'))
    const role = (type: string) =>
      asSystem(() => app().db.query('plugin::users-permissions.role').findOne({ where: { type } }))
    await edit({ role: ((await role('county-editor')) as { id: number }).id })
    expect((await who.get('/api/households')).status).toBe(403)
    await edit({ role: ((await role('village-admin')) as { id: number }).id, blocked: true })
    expect((await who.get('/api/households')).status).toBe(401)
    await edit({ blocked: false })
    expect((await who.get('/api/households')).status).toBe(200)
  })
})
