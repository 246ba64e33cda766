import {
  CARD_FILTERS,
  CARD_SORTS,
  FLAG_FILTERS,
  FLAG_SORTS,
  OBJECTION_FILTERS,
  OBJECTION_SORTS,
  RECORD_FILTERS,
  RECORD_SORTS,
  REDEMPTION_FILTERS,
  REDEMPTION_SORTS,
  TRANSFER_FILTERS,
  TRANSFER_SORTS,
  type Verification,
} from '@practice/scoring/contracts'
import { as } from '../support/api'
import { dataOf, db, refusalOf, TOWN, VILLAGE } from './dispatch-support'
import { callerOf, namesOf, OTHER, OTHER_TOWN, POINTS, type Names } from './outside-points-support'

/** Rows of another town's village, from below, beside and above: no list, count, filter, order or address shows them. */

let other: Names
let row: Record<string, Record<string, string | number>>

/** Everybody of 三营镇 who reads something of points. */
const INSIDERS = ['town-officer', 'village-admin', 'points-reviewer', 'points-supervisor', 'leader', 'resident']

beforeAll(async () => {
  other = await namesOf(OTHER)
  const first = async (table: string, where: object) =>
    (await db()(table).where(where).first('*')) as Record<string, string>
  row = {
    cards: await first('scoring_cards', { number: other.card }),
    records: await first('scoring_records', { document_id: other.record }),
    redemptions: await first('scoring_redemptions', { document_id: other.redemption }),
    transfers: await first('scoring_transfers', { document_id: other.transfer }),
    flags: await first('scoring_flags', { document_id: other.flag }),
  }
})

/** The lists, with the columns that contracts name. */
const LISTS: Readonly<Record<string, { filters: readonly string[]; sorts: readonly string[] }>> = {
  cards: { filters: CARD_FILTERS, sorts: CARD_SORTS },
  records: { filters: RECORD_FILTERS, sorts: RECORD_SORTS },
  objections: { filters: OBJECTION_FILTERS, sorts: OBJECTION_SORTS },
  transfers: { filters: TRANSFER_FILTERS, sorts: TRANSFER_SORTS },
  redemptions: { filters: REDEMPTION_FILTERS, sorts: REDEMPTION_SORTS },
  flags: { filters: FLAG_FILTERS, sorts: FLAG_SORTS },
  shops: { filters: ['code', 'name', 'site', 'active'], sorts: ['code', 'name'] },
  goods: {
    filters: ['code', 'name', 'shop', 'site', 'points', 'stock', 'active'],
    sorts: ['code', 'name', 'points', 'stock'],
  },
}
const ROUTES = Object.keys(LISTS)

/** What only a row of the other village answers to, column by column; `$contains` where a column takes it. */
const PROBES: Readonly<Record<string, () => string[]>> = {
  cards: () => [
    ...eq('number', other.card),
    ...eq('household', other.household),
    ...eq('site', OTHER),
    `filters[holder][$eq]=${text(row['cards']?.['holder_name'])}&filters[site][$startsWith]=${OTHER_TOWN}`,
  ],
  records: () => [
    ...eq('number', row['records']?.['number']),
    ...eq('card', row['records']?.['card_number']),
    ...eq('household', row['records']?.['household_code']),
    ...eq('site', OTHER),
    ...contains('number', row['records']?.['number']),
    ...eq('recordedBy', 'village-admin-2'),
    ...contains('recordedBy', 'village-admin-2'),
    ...contains('reviewedBy', OTHER),
  ],
  objections: () => eq('site', OTHER),
  transfers: () => [...eq('site', OTHER), ...eq('card', row['transfers']?.['card_number'])],
  redemptions: () => [
    ...eq('number', row['redemptions']?.['number']),
    ...eq('card', row['redemptions']?.['card_number']),
    ...eq('shop', other.shop),
    ...eq('site', OTHER),
  ],
  flags: () => [...eq('site', OTHER), ...contains('subject', OTHER_TOWN), ...eq('subject', 'village-admin-2')],
  shops: () => [...eq('code', other.shop), ...eq('site', OTHER)],
  goods: () => [...eq('code', other.goods), ...eq('shop', other.shop), ...eq('site', OTHER)],
}

const text = (value: unknown) => encodeURIComponent(String(value))
/** One value asked for in every way that finds it. */
function eq(column: string, value: unknown): string[] {
  const whole = String(value)
  return [
    `filters[${column}]=${text(whole)}`,
    `filters[${column}][$in][0]=${text(whole)}&filters[${column}][$in][1]=x`,
    `filters[${column}][$startsWith]=${text(whole)}`,
    `filters[$and][0][${column}][$eq]=${text(whole)}`,
    `filters[${column}][$gte]=${text(whole)}&filters[${column}][$lte]=${text(whole)}`,
  ]
}
const contains = (column: string, value: unknown) => [`filters[${column}][$contains]=${text(value)}`]

interface Page {
  data: unknown[]
  meta: { pagination: { total?: number } }
}

/** The page, or null where the route is not the account's. */
async function pageOf(account: string, route: string, query: string): Promise<Page | null> {
  const caller = await callerOf(account)
  const reply = await caller.get(`${POINTS}/${route}?${query}`)
  if (reply.status === 403) return null
  expect({ account, route, query, status: reply.status }).toEqual({ account, route, query, status: 200 })
  return reply.body as Page
}

describe.each(INSIDERS)('%s', (account) => {
  test.each(ROUTES)('finds nothing of the other village in /%s by what only it answers to', async (route) => {
    for (const query of PROBES[route]?.() ?? []) {
      const page = await pageOf(account, route, query)
      if (page === null) return
      expect({ query, data: page.data, total: page.meta.pagination.total }).toEqual({ query, data: [], total: 0 })
    }
  })

  test.each(ROUTES)('sees no row of it in /%s, whatever the order', async (route) => {
    for (const column of LISTS[route]?.sorts ?? []) {
      for (const direction of ['asc', 'desc']) {
        const page = await pageOf(account, route, `sort=${column}:${direction}&pagination[pageSize]=100`)
        if (page === null) return
        expect(JSON.stringify(page)).not.toContain(OTHER_TOWN)
        const without = await pageOf(account, route, `filters[site][$ne]=${VILLAGE}&sort=${column}:${direction}`)
        expect(JSON.stringify(without)).not.toContain(OTHER_TOWN)
      }
    }
  })

  test.each(ROUTES)('asks /%s about no column that the contract does not name', async (route) => {
    const known = LISTS[route]
    if ((await pageOf(account, route, 'pagination[pageSize]=1')) === null || known === undefined) return
    const columns = [
      'token',
      'pinHash',
      'pin_hash',
      'accountId',
      'holderKey',
      'costFen',
      'receipt',
      'byUsername',
      'id',
      'documentId',
    ]
    const hidden = columns.filter((column) => !known.filters.includes(column))
    const queries = [
      ...hidden.flatMap((column) => [`filters[${column}][$startsWith]=0`, `sort=${column}`]),
      ...['filters[$or][0][site][$eq]=x', 'filters[$not][site][$eq]=x', 'filters[$and][0][$or][0][site]=x'],
      ...[
        'filters[site][name][$eq]=x',
        'filters[site][$endsWith]=x',
        'filters[site][$containsi]=x',
        'filters[createdBy]=1',
      ],
      ...['populate=*', 'populate[card]=true', 'fields=pinHash', 'fields[0]=token', '_q=a', 'locale=*', 'status=draft'],
      ...['sort=site.name', 'sort[site]=asc', 'pagination[start]=0', 'pagination[limit]=1000', 'site=x', 'zzz=1'],
    ]
    for (const query of queries) {
      const reply = await (await callerOf(account)).get(`${POINTS}/${route}?${query}`)
      expect({ query, refusal: refusalOf(reply) }).toEqual({ query, refusal: '400 invalid' })
      const { errors } = (reply.body as { error: { details: { errors: { path: string[] }[] } } }).error.details
      expect({ query, named: errors.every(({ path }) => path.length > 0) }).toEqual({ query, named: true })
    }
  })
})

test.each([
  ['cards', 'scoring_cards'],
  ['records', 'scoring_records'],
  ['objections', 'scoring_objections'],
  ['transfers', 'scoring_transfers'],
  ['redemptions', 'scoring_redemptions'],
  ['flags', 'scoring_flags'],
])('/%s counts the rows that are the asker’s, and no others', async (route, table) => {
  const count = async (from: string) =>
    Number(
      ((await db()(table).where('site_code', 'like', `${from}%`).count({ n: '*' })) as { n: number | string }[])[0]?.n,
    )
  const [village, town, district] = [await count(VILLAGE), await count(TOWN), await count('640402')]
  expect(district).toBeGreaterThan(town)
  const totals: Record<string, number | undefined> = {}
  for (const account of [...INSIDERS.slice(0, 5), 'county-dispatcher']) {
    totals[account] = (await pageOf(account, route, 'pagination[pageSize]=1'))?.meta.pagination.total
  }
  for (const [account, total] of Object.entries(totals)) {
    const expected = { 'county-dispatcher': district, 'town-officer': town, leader: town }[account] ?? village
    if (total !== undefined) expect({ account, total }).toEqual({ account, total: expected })
  }
  expect(totals['county-dispatcher']).toBeDefined()
})

/** Addresses of rows of the other village, in the order of INSIDERS: a dash of permissions.md is 403, the rest 404. */
const ADDRESSES: readonly (readonly [route: string, data: object | null, statuses: string])[] = [
  //                                               town vill revi supe lead resi
  ['/rule-sets?site=:site', null, /*            */ '404 404 404 404 403 200'],
  ['/rule-sets/:site/history', null, /*         */ '404 404 404 404 403 200'],
  ['/cards/scan/:token', null, /*               */ '404 404 404 404 403 404'],
  ['/cards/:card', null, /*                     */ '404 404 404 404 403 404'],
  ['/cards/:card/statement', null, /*           */ '404 404 404 404 403 404'],
  ['/records/:record', null, /*                 */ '404 404 404 404 404 404'],
  ['/redemptions/:redemption', null, /*         */ '404 404 403 404 403 404'],
  ['/shops/:shop/movements', null, /*           */ '404 404 403 404 403 404'],
  ['/shops/:shop/stocktakes', null, /*          */ '404 404 403 404 403 404'],
  ['/shops/:shop/settlements', null, /*         */ '404 404 403 404 403 404'],
  ['/summary?site=:site', null, /*              */ '403 403 403 403 403 403'],
  ['/ledger/verify?site=:site', null, /*        */ '403 403 403 403 403 200'],
  ['/records/template?site=:site', null, /*     */ '403 403 403 403 403 403'],
  ['/cards/:card/freeze', { reason: '试试' }, /**/ '404 404 404 404 403 404'],
  ['/cards/:card/replace', { reason: '试试' }, /**/ '404 404 404 404 403 404'],
  ['/cards/:card/close', { reason: '试试' }, /* */ '404 404 404 404 403 404'],
  ['/cards/:card/pin', {}, /*                   */ '404 404 404 404 403 404'],
  ['/cards', { site: OTHER }, /*                */ '403 403 403 403 403 403'],
  ['/records/:record/approve', {}, /*           */ '404 404 404 404 404 404'],
  ['/records/:record/reject', { reason: '试试' }, '404 404 404 404 404 404'],
  ['/records/:record/withdraw', { reason: '试试' }, '404 404 404 404 404 404'],
  ['/records/:record/objections', { reason: '试试', by: '某人' }, '404 404 404 404 404 404'],
  ['/objections/:objection/uphold', { reason: '试试' }, '404 404 404 404 404 404'],
  ['/objections/:objection/dismiss', { reason: '试试' }, '404 404 404 404 404 404'],
  ['/notices/close', { site: OTHER }, /*        */ '403 403 403 403 403 403'],
  ['/transfers/:transfer/reverse', { reason: '试试' }, '404 403 403 404 403 403'],
  ['/shops', { name: '外面的店', site: OTHER }, /**/ '403 403 403 403 403 403'],
  ['/shops/:shop/stock', { goods: 'NONE', change: 1, reason: '试试' }, '404 404 403 404 403 404'],
  ['/shops/:shop/stocktake', { lines: [{ goods: 'NONE', counted: 1 }] }, '404 404 403 404 403 404'],
  ['/shops/:shop/settle', { day: '2026-01-01' }, '404 404 403 404 403 404'],
  ['/redemptions/:redemption/void', { reason: '试试' }, '404 404 403 404 403 404'],
  ['/flags/:flag/settle', { note: '试试' }, /*  */ '404 403 403 404 403 403'],
]

const addressOf = (path: string) => POINTS + path.replaceAll(/:(\w+)/g, (_, name: string) => other[name] ?? '')

test.each(ADDRESSES)('%s of the other village', async (path, data, statuses) => {
  const found: Record<string, string> = {}
  for (const account of INSIDERS) {
    const caller = await callerOf(account)
    const reply = await (data === null ? caller.get(addressOf(path)) : caller.post(addressOf(path), { data }))
    found[account] = String(reply.status)
    if (reply.status !== 200) expect(reply.text).not.toMatch(/头营|苏桂花|马\S+\d/)
  }
  expect(found).toEqual(Object.fromEntries(INSIDERS.map((account, at) => [account, statuses.split(' ')[at]])))
})

test.each([
  ['records', (card: string) => ({ card, rule: 'NONE', occurredAt: '2026-11-01T00:00:00Z' }), 'card'],
  ['redemptions', (card: string) => ({ card, shop: `${VILLAGE}-S1`, lines: [{ goods: 'NONE', quantity: 1 }] }), 'card'],
  ['cards', (household: string) => ({ household }), 'household'],
] as const)('/%s says of another village’s what it says of what nobody has', async (route, bodyOf, about) => {
  const village = await as('village-admin')
  const ask = async (name: string) => {
    const headers = { 'Idempotency-Key': `outside-${route}-${name}` }
    const { status, body } = await village.post(`${POINTS}/${route}`, { data: bodyOf(name) }, headers)
    const { error } = body as { error: { details: Record<string, unknown> } }
    return { status, details: error.details }
  }
  const foreign = other[about] ?? ''
  const said = { status: 404, details: { code: `${about}_unknown`, [about]: foreign } }
  expect(await ask(foreign)).toEqual(said)
  expect(await ask('nobodys')).toEqual({ ...said, details: { ...said.details, [about]: 'nobodys' } })
})

test('a resident who verifies another village verifies the own cards', async () => {
  const resident = await as('resident')
  const ask = async (query: string) => {
    const { at: _, ...found } = dataOf<Verification>(await resident.get(`${POINTS}/ledger/verify${query}`))
    return found
  }
  expect(await ask(`?site=${OTHER}`)).toEqual(await ask(''))
})

test('goods of another village are not put beside, nor sold by, the own shop', async () => {
  const village = await as('village-admin')
  const put = await village.put(`${POINTS}/goods/${other.goods}`, { data: { version: 1, name: '肥皂' } })
  const add = await village.post(`${POINTS}/goods`, { data: { shop: other.shop, name: '肥皂', unit: '块', points: 1 } })
  expect([refusalOf(put), add.status >= 400 && add.status < 500]).toEqual(['404 not_found', true])
  const stock = { goods: other.goods, change: 1, reason: '进货' }
  expect(refusalOf(await village.post(`${POINTS}/shops/${VILLAGE}-S1/stock`, { data: stock }))).toBe(
    '422 goods_unknown',
  )
})
