import supertest from 'supertest'
import { app, as, nobody, type Caller } from '../support/api'

let admin: Caller

beforeAll(async () => {
  admin = await as('village-admin')
})

interface Failure {
  data: null
  error: { status: number; name: string; message: string; details: { code: string; errors?: { path: string[] }[] } }
}

const server = () => supertest(app().server.httpServer)

function assertForm(reply: { status: number; body: unknown; text: string }, status: number, code?: string): Failure {
  expect(reply.status).toBe(status)
  const body = reply.body as Failure
  expect(Object.keys(body).sort()).toEqual(['data', 'error'])
  expect(body).toMatchObject({ data: null, error: { status } })
  expect(body.error.name).toMatch(/Error$/)
  expect(typeof body.error.details.code).toBe('string')
  if (code !== undefined) expect(body.error.details.code).toBe(code)
  expect(reply.text).not.toMatch(/node_modules|\bat .+:\d+:\d+|select |insert /i)
  return body
}

test.each([
  ['/api/no-such-thing', 404, 'not_found'],
  ['/api', 404, 'not_found'],
  ['/api/sites/zzzz', 404, 'not_found'],
  ['/api/households', 401, 'unauthenticated'],
  ['/uploads/nothing.png', 404, 'not_found'],
  ['/api/sites?nonsense=1', 400, 'invalid'],
] as const)('GET %s says %d in the form of the contract', async (path, status, code) => {
  assertForm(await nobody().get(path), status, code)
})

test('a role that may not is told so', async () => {
  assertForm(await (await as('resident')).get('/api/assignments'), 403, 'role_not_allowed')
})

test('a method that a route does not have is 405', async () => {
  assertForm(await server().patch('/api/sites'), 405, 'method_not_allowed')
  assertForm(await server().delete('/api/access/me'), 405)
})

test('malformed JSON is 400', async () => {
  const post = (body: string) => server().post('/api/auth/local').set('Content-Type', 'application/json').send(body)
  for (const body of ['{"identifier": ', '[1,', 'null', '"text"', '12', '[]', '{"a":1}}']) {
    assertForm(await post(body), 400)
  }
})

test('an oversized body is 413', async () => {
  const body = JSON.stringify({ data: { name: 'x'.repeat(1_200_000) } })
  assertForm(
    await server().post('/api/auth/local').set('Content-Type', 'application/json').send(body),
    413,
    'too_large',
  )
})

test.each([
  ['/api/households?filters[phone][$eq]=1', 'filters.phone'],
  ['/api/households?filters[nonsense]=1', 'filters.nonsense'],
  ['/api/households?sort=site.name', 'sort.site.name'],
  ['/api/households?pagination[pageSize]=1000', 'pagination.pageSize'],
  ['/api/households?pagination[page]=99999999999999999999', 'pagination.page'],
  ['/api/households?pagination[page]=-1', 'pagination.page'],
  ['/api/households?pagination[start]=0', 'pagination.start'],
  ['/api/households?filters[id][$eq]=99999999999999999999', 'filters.id.$eq'],
  ['/api/households?filters[id][$in][0]=1&filters[id][$in][1]=x', 'filters.id.$in.1'],
  ['/api/households?filters[code][$regex]=x', 'filters.code.$regex'],
  ['/api/households?filters[code][$eq][x]=y', 'filters.code.$eq'],
  ['/api/households?filters=x', 'filters'],
  ['/api/households?filters[$or]=x', 'filters.$or'],
  ['/api/households?filters[members][$contains]=x', 'filters.members'],
  ['/api/households?sort=members', 'sort.members'],
  ['/api/households?fields=nonsense', 'fields.nonsense'],
  ['/api/households?fields[0][0]=code', 'fields'],
  ['/api/households?populate=nonsense', 'populate.nonsense'],
  ['/api/households?populate[site]=nonsense', 'populate.site'],
  ['/api/households?populate=site.parent.parent.parent.parent', 'populate.site.parent.parent.parent.parent'],
  ['/api/households?status=nonsense', 'status'],
  ['/api/households?locale=zh', 'locale'],
  ['/api/households?_q[a]=b', '_q'],
  ['/api/households?filters[createdAt][$gt]=yesterday', 'filters.createdAt.$gt'],
  ['/api/access/audit?filters[nonsense]=1', 'filters.nonsense'],
])('GET %s names %s', async (path, name) => {
  const caller = path.startsWith('/api/access') ? await as('county-dispatcher') : admin
  const body = assertForm(await caller.get(path), 400, 'invalid')
  expect(body.error.details.errors?.map((error) => error.path.join('.'))).toContain(name)
})

describe('nothing that one can put into an address is a 500', () => {
  const STRANGE = [
    '%00',
    '%ff',
    '%E0%A4%A',
    'a'.repeat(3000),
    '..%2f..%2fetc',
    '__proto__',
    'constructor',
    '-1',
    '0',
    '1e309',
    '99999999999999999999',
    "'%20or%201=1",
    '%F0%9F%98%80',
    '[object%20Object]',
    'undefined',
  ]
  test.each(STRANGE)('%s', async (strange) => {
    for (const path of [
      `/api/sites/${strange}`,
      `/api/households/${strange}`,
      `/api/articles/${strange}?populate=*`,
      `/api/dispatch/orders/${strange}`,
      `/api/service-items/effective?site=${strange}`,
      `/api/sites?filters[code]=${strange}`,
      `/api/sites?filters[${strange}]=x`,
      `/api/sites?sort=${strange}`,
      `/api/sites?_q=${strange}`,
      `/api/sites?populate[${strange}]=true`,
      `/api/sites?pagination[${strange}]=1`,
      `/uploads/${strange}`,
      `/api/access/audit?filters[actor]=${strange}`,
    ]) {
      for (const caller of [admin, nobody()]) {
        const reply = await caller.get(path)
        expect({ path, status: reply.status, fine: reply.status < 500 }).toEqual({
          path,
          status: reply.status,
          fine: true,
        })
      }
    }
  })
})

describe('nothing that one can put into a body is a 500', () => {
  const STRANGE: unknown[] = [
    null,
    [],
    'x',
    5,
    { data: null },
    { data: [] },
    { data: 'x' },
    { data: { __proto__: { a: 1 } } },
    JSON.parse('{"data":{"__proto__":{"siteCode":"640402107200"},"constructor":{"prototype":{}}}}'),
    { data: { site: { connect: 'x' } } },
    { data: { site: { connect: [{ id: { a: 1 } }] } } },
    { data: { site: { set: { a: 1 } } } },
    { data: { site: true } },
    { data: { site: 1e21 } },
    { data: { site: -5 } },
    { data: { name: Number.MAX_VALUE } },
    { data: { code: '\u0000' } },
    { data: { name: '\ud800' } },
    { data: {}, extra: 1 },
  ]
  test.each(STRANGE.map((body) => [JSON.stringify(body), body] as const))('%s', async (_, body) => {
    const dispatcher = await as('county-dispatcher')
    for (const [caller, path] of [
      [admin, '/api/households'],
      [admin, '/api/articles'],
      [admin, '/api/dispatch/orders'],
      [dispatcher, '/api/sites'],
      [dispatcher, '/api/teams'],
      [dispatcher, '/api/access/reveal'],
      [nobody(), '/api/auth/local'],
    ] as const) {
      const reply = await caller.post(path).set('Content-Type', 'application/json').send(JSON.stringify(body))
      expect({ path, status: reply.status, refused: reply.status >= 400 && reply.status < 500 }).toEqual({
        path,
        status: reply.status,
        refused: true,
      })
    }
  })
})
