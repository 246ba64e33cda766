import { apiRoutes } from '../support/api'
import { assertFailure, send, tokenFor, writerOf } from './outside-support'

/** Bad input over every route: a 4xx in the contract's form that names what is wrong, never a 500, never a stack. */

/** Every route of the API; what stands in the place of a parameter is no document's id. */
function routes(...wanted: string[]): [string, string][] {
  return apiRoutes().flatMap(({ method, path }) => (wanted.includes(method) ? [[method, path]] : []))
}

const filled = (path: string) => path.replaceAll(/:\w+/g, (name) => (name === ':verb' ? 'cancel' : 'z'.repeat(24)))

/** One after the other; large bodies take a while where two kinds of tests run side by side. */
const ALL_ROUTES_MS = 120_000

const MEGABYTE = 1024 * 1024
const nested = (open: string, close: string, depth: number) => `{"data":${open.repeat(depth)}1${close.repeat(depth)}}`

const BODIES: Readonly<Record<string, string>> = {
  'nothing that is JSON': '{bad',
  'half of JSON': '{"data":',
  null: 'null',
  'a number': '5',
  'a text': '"x"',
  'a list': '[]',
  'no data': '{}',
  'data that is null': '{"data":null}',
  'data that is a text': '{"data":"x"}',
  'data that is a list': '{"data":[]}',
  'data that is a list of rows': '{"data":[{"name":"x"}]}',
  'a key nobody knows': '{"data":{"zzz":1}}',
  'a key beside data': '{"data":{},"zzz":1}',
  'a prototype': '{"data":{"__proto__":{"x":1}}}',
  'keys that every object has': '{"data":{"constructor":{"prototype":{}},"toString":1,"hasOwnProperty":1}}',
  'objects as deep as the sea': nested('{"a":', '}', 5000),
  'lists as deep as the sea': nested('[', ']', 100_000),
  'two megabytes': JSON.stringify({ data: { note: 'x'.repeat(2 * MEGABYTE) } }),
  'twenty thousand keys': JSON.stringify({
    data: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, n])),
  }),
}

describe('every route that writes', () => {
  test.each(Object.entries(BODIES))(
    'refuses %s',
    async (_, body) => {
      for (const [method, path] of routes('POST', 'PUT')) {
        // A batch answers line by line, also one of rows that are none.
        if (path === '/api/scoring/records/batch' && body.includes('[{')) continue
        const reply = await send(method, filled(path), await tokenFor(writerOf(path)), body)
        assertFailure(reply, { method, path })
        expect({ path, status: reply.status, known: [400, 404, 413].includes(reply.status) }).toMatchObject({
          path,
          known: true,
        })
      }
    },
    ALL_ROUTES_MS,
  )

  test('names the key that nobody knows', async () => {
    for (const [method, path] of routes('POST', 'PUT')) {
      // Those of points, with their lists, files and verbs, are asked one by one in outside-points-input.
      if (path.startsWith('/api/auth') || path.startsWith('/api/scoring') || path === '/api/upload') continue
      for (const body of [BODIES['a key nobody knows'], BODIES['a key beside data']]) {
        const failure = assertFailure(await send(method, filled(path), await tokenFor(writerOf(path)), body), {
          method,
          path,
        })
        const paths = failure.error.details.errors?.map((error) => error.path.join('.'))
        expect({ method, path, paths }).toMatchObject({ paths: expect.arrayContaining(['zzz']) as string[] })
      }
    }
  })

  test.each([
    ['text/plain', {}],
    ['application/xml', {}],
    ['multipart/form-data', {}],
    ['multipart/form-data; boundary=x', {}],
    ['application/json; charset=nope', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
    ['application/json', { 'content-encoding': 'br' }],
    ['application/json', { 'content-encoding': 'nope' }],
  ])('refuses a body as %s %j', async (type, headers) => {
    for (const [method, path] of routes('POST', 'PUT')) {
      const sent = { 'content-type': type, ...headers }
      const reply = await send(method, filled(path), await tokenFor(writerOf(path)), '{"data":{"zzz":1}}', sent)
      assertFailure(reply, { method, path })
    }
  })
})

const QUERIES: Readonly<Record<string, string>> = {
  'a parameter nobody knows': 'zzz=1',
  'a column nobody knows': 'filters[zzz]=1',
  'a column nobody knows among alternatives': 'filters[$or][0][zzz]=1',
  'filters that are none': 'filters=1',
  'an order by nothing': 'sort=zzz',
  'an order by way of relations': 'sort[a][b][c]=1',
  'page zero': 'pagination[page]=0',
  'a page beyond numbers': 'pagination[page]=1e400',
  'a page of 400 digits': `pagination[page]=${'9'.repeat(400)}`,
  'a page of 101': 'pagination[pageSize]=101',
  'a page of x': 'pagination[pageSize]=x',
  'a count of maybe': 'pagination[withCount]=maybe',
  'pages that are none': 'pagination=1',
  'the words of older versions': '_start=0',
  'the state of older versions': 'publicationState=preview',
  'a relation nobody knows': 'populate[zzz]=1',
  'filters without an end': `filters${'[$and][0]'.repeat(60)}[id]=1`,
}
const STRANGE: Readonly<Record<string, string>> = {
  'NUL in a filter': 'filters[id]=%00',
  'NUL in a search': '_q=%00',
  'half a character': '_q=%ED%A0%80',
  'a prototype': 'filters[__proto__][x]=1',
  'half an escape': '%',
  'half a bracket': 'a[=1',
  'nothing but signs': '&&&==',
  'a long value': `x=${'y'.repeat(5000)}`,
}

const IDS = [
  '0',
  '-1',
  '1e400',
  'null',
  '__proto__',
  'constructor',
  '%00',
  '%0a',
  '%27',
  '%252e%252e',
  '..%2f..',
  '*',
  'x'.repeat(300),
]

describe('every route that reads', () => {
  /** The lists: addresses without a parameter that take filters. */
  const isList = (path: string) =>
    !path.includes(':') && !/\/(me|summary|settings|effective|unread|preferences)$/.test(path)

  test.each(Object.entries(QUERIES))(
    'refuses %s where it is a list, and does not fall over it elsewhere',
    async (_, query) => {
      for (const [, path] of routes('GET')) {
        const reply = await send(
          'GET',
          `${filled(path)}?${query.replaceAll(/[^\x21-\x7e]/g, encodeURIComponent)}`,
          await tokenFor('county-dispatcher'),
        )
        if (isList(path)) expect({ path, query, status: reply.status }).toEqual({ path, query, status: 400 })
        expect({ path, query, isFault: reply.status >= 500 }).toEqual({ path, query, isFault: false })
        if (reply.status >= 400) assertFailure(reply, { path, query })
      }
    },
  )

  test.each(Object.entries(STRANGE))('does not fall over %s', async (_, query) => {
    for (const [, path] of routes('GET')) {
      const reply = await send('GET', `${filled(path)}?${query}`, await tokenFor('county-dispatcher'))
      expect({ path, query, isFault: reply.status >= 500 }).toEqual({ path, query, isFault: false })
    }
  })

  test.each(IDS)('finds nothing by the id %s', async (id) => {
    for (const [method, path] of routes('GET', 'DELETE').filter(([, path]) => /:(id|documentId)/.test(path))) {
      const reply = await send(
        method,
        filled(path.replaceAll(/:(id|documentId)/g, () => id)),
        await tokenFor('county-dispatcher'),
      )
      assertFailure(reply, { method, path })
      expect({ method, path, known: [400, 403, 404].includes(reply.status) }).toEqual({ method, path, known: true })
    }
  })

  test('answers HEAD as GET, without a body', async () => {
    for (const token of [null, await tokenFor('village-admin')]) {
      for (const path of [
        '/api/access/me',
        '/api/dispatch/orders',
        '/api/households',
        '/api/nothing',
        '/uploads/none.png',
      ]) {
        const get = await send('GET', path, token)
        expect({ path, ...(await send('HEAD', path, token)) }).toEqual({ path, status: get.status, text: '' })
      }
    }
  })

  test('has no other methods, and no other spellings', async () => {
    const token = await tokenFor('county-dispatcher')
    for (const method of ['PATCH', 'TRACE', 'PROPFIND', 'PURGE']) {
      expect({ method, ...(await send(method, '/api/sites', token)) }).toMatchObject({ method, status: 405 })
    }
    for (const path of [
      '/api//sites',
      '//api/sites',
      '/api/%73ites',
      '/api/./sites',
      '/api/x/../sites',
      '/api%2fsites',
      '//uploads/x.png',
      '/%75ploads/x.png',
      '/UPLOADS/x.png',
    ]) {
      expect({ path, ...(await send('GET', path, token)) }).toMatchObject({ path, status: 404 })
    }
    for (const path of ['/api/%', '/api/sites/%ff', '/uploads/%', '/%e0%a4%a']) {
      assertFailure(await send('GET', path, token), { path })
    }
  })
})
