import { apiRoutes, app } from '../support/api'
import { ASKERS, caller, leaksIn, makeTowns, type Asker, type Town } from './scope-towns'

/**
 * Every route that the server has, as every role of A, with every kind of name of B's rows in its address and its body:
 * no answer shows a row of B, none is a 500, and B is afterwards as it was.
 */

let a: Town
let b: Town

beforeAll(async () => {
  ;({ a, b } = await makeTowns('640485'))
})

/** The row of B that a route is about. */
const ROW_OF: Readonly<Record<string, string>> = {
  sites: 'site',
  venues: 'venue',
  organisations: 'organisation',
  teams: 'team',
  volunteers: 'volunteer',
  'service-offerings': 'offering',
  households: 'household',
  pairings: 'pairing',
  assignments: 'assignment',
  articles: 'draft',
  activities: 'activity',
  dispatch: 'order',
}

/** What a `:param` of a route may be filled with: B's row by all its names first, then another's, then junk. */
function fillings(path: string): string[] {
  const name = ROW_OF[path.split('/')[2] ?? ''] ?? 'household'
  const own = b.rows[name]
  const names = [own?.documentId, String(own?.id), b.codes[name], b.rows.article?.documentId, '0', '%00', '__proto__']
  return names.filter((filling) => filling !== undefined)
}

const VERBS = [
  'dispatch',
  'pool',
  'claim',
  'accept',
  'start',
  'complete',
  'rate',
  'rework',
  'cancel',
  'archive',
  'nonsense',
]

/** The addresses of a route; those that name a row of B as the route expects it are tried in every way. */
function addresses(path: string): { address: string; isMeant: boolean }[] {
  if (!path.includes(':')) return [{ address: path, isMeant: true }]
  return fillings(path).flatMap((filling, index) => {
    const filled = path.replace(/:(id|documentId|code|number)\b/, filling)
    const verbs = filled.includes(':verb') ? VERBS : ['']
    return verbs.map((verb) => ({ address: filled.replace(':verb', verb), isMeant: index === 0 }))
  })
}

const QUERIES = [
  '',
  '?populate=*',
  `?filters[site][code]=x`,
  '?pagination[pageSize]=100&sort=id:desc',
  '?status=draft&populate=*',
]

function bodies(): object[] {
  const { rows, codes, village } = b
  return [
    {},
    { data: {} },
    {
      data: {
        site: village,
        team: codes.team,
        name: '某某',
        code: `${village}-X`,
        reason: '试一试看看',
        version: 1,
        stars: 5,
        summary: '做完了',
        served: 1,
        hours: 1,
        volunteers: [],
        evidence: [],
      },
    },
    { data: { site: { connect: [{ id: rows.site?.id }] }, title: '标题', organisation: rows.organisation?.id } },
    { data: { version: 1, team: codes.team } },
    { data: { type: 'household', documentId: rows.household?.documentId, field: 'phone', reason: '试一试' } },
    { data: { orders: [rows.order?.documentId], site: village } },
    {
      data: { serviceItem: 'C08-03', site: village, channel: 'web', requester: { name: '某某', phone: '19900000009' } },
    },
  ]
}

async function stateOfB(): Promise<string> {
  const db = app().db.connection
  const tables = [
    'sites',
    'venues',
    'teams',
    'volunteers',
    'households',
    'pairings',
    'assignments',
    'articles',
    'activities',
    'dispatch_orders',
  ]
  const rows = await Promise.all(
    // The order that A's team carries out is A's to act on.
    tables.map((table) =>
      db(table)
        .where('site_code', 'like', `${b.site}%`)
        .whereNot('document_id', b.rows.carried?.documentId ?? '')
        .orderBy('id')
        .select('*'),
    ),
  )
  return JSON.stringify(rows)
}

test('there are routes to try', () => {
  const all = apiRoutes()
  expect(all.length).toBeGreaterThan(80)
  expect(all.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/api/access/me', '/api/dispatch/orders', '/api/sites/:id']),
  )
  // Of Strapi's own plugins only these three are left.
  const own = /^\/api\/(auth|upload|users|roles|permissions|connect|email|i18n|content-)/
  expect(
    all
      .filter(({ path }) => own.test(path))
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual(['POST /api/auth/change-password', 'POST /api/auth/local', 'POST /api/upload'])
})

async function send(asker: Asker, method: string, path: string, body: object) {
  const who = caller(a, asker)
  if (method === 'GET') return who.get(path)
  if (method === 'POST') return who.post(path, body, { 'Idempotency-Key': `fuzz-${Math.random()}` })
  return method === 'PUT' ? who.put(path, body) : who.delete(path)
}

test.each(ASKERS)(
  '%s gets no row of B and no 500 from any route',
  async (asker) => {
    const before = await stateOfB()
    const found: string[] = []
    const tries = apiRoutes()
      // Failing to sign in a thousand times is tested elsewhere.
      .filter(({ path }) => !path.startsWith('/api/auth/'))
      .flatMap(({ method, path }) => {
        const all =
          method === 'GET'
            ? QUERIES.map((query) => ({ query, body: {} }))
            : bodies().map((body) => ({ query: '', body }))
        return addresses(path).flatMap(({ address, isMeant }) =>
          (isMeant && method !== 'DELETE' ? all : all.slice(2, 3)).map((variant) => ({ method, address, ...variant })),
        )
      })
    const attempt = async ({ method, address, query, body }: (typeof tries)[number]) => {
      const reply = await send(asker, method, address + query, body)
      if (reply.status >= 500) found.push(`${reply.status} ${method} ${address}${query} ${JSON.stringify(body)}`)
      for (const leak of leaksIn(reply.text ?? '', asker, 'B')) found.push(`${leak} from ${method} ${address}${query}`)
    }
    for (let at = 0; at < tries.length; at += 8) await Promise.all(tries.slice(at, at + 8).map(attempt))
    expect(found).toEqual([])
    expect(await stateOfB()).toBe(before)
    expect(tries.length).toBeGreaterThan(500)
  },
  240_000,
)
