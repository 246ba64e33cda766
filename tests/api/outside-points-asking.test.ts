import { VILLAGE } from './dispatch-support'
import { namesOf, POINTS, type Names } from './outside-points-support'
import { assertFailure, send, tokenFor } from './outside-support'

/** Questions about points that mean nothing: refused by the name of what is wrong, or answered; never a 5xx. */

let names: Names

beforeAll(async () => {
  names = await namesOf(VILLAGE)
})

async function get(path: string, account = 'points-supervisor') {
  return send('GET', POINTS + path, await tokenFor(account))
}

const NUL = '%00'
const HALF = '%ED%A0%80'
const MANY = Array.from({ length: 101 }, (_, at) => `filters[site][$in][${at}]=x`).join('&')

/** A list, a query of it, and what the refusal names. */
const QUERIES: readonly (readonly [list: string, query: string, named: string])[] = [
  ['cards', 'filters[balance][$gte]=x', 'filters.balance.$gte'],
  ['cards', 'filters[balance][$gte]=1e21', 'filters.balance.$gte'],
  ['cards', 'filters[balance]=-0.5', 'filters.balance.$eq'],
  ['cards', 'filters[balance][$gte]=99999999999999999999', 'filters.balance.$gte'],
  ['cards', 'filters[balance][$gte]=999999999999999', 'filters.balance.$gte'],
  ['cards', 'filters[balance][$lte]=-999999999999999', 'filters.balance.$lte'],
  ['cards', 'filters[balance][$in][0]=999999999999999', 'filters.balance.$in'],
  ['transfers', 'filters[points]=999999999999999', 'filters.points.$eq'],
  ['goods', 'filters[stock][$gte]=2147483648', 'filters.stock.$gte'],
  ['cards', 'filters[balance][$startsWith]=1', 'filters.balance.$startsWith'],
  ['cards', 'filters[state]=lost', 'filters.state.$eq'],
  ['cards', 'filters[state][$eq][$eq]=active', 'filters.state.$eq'],
  ['cards', `filters[holder][$contains]=${NUL}`, 'filters.holder.$contains'],
  ['cards', `filters[number]=${'9'.repeat(101)}`, 'filters.number.$eq'],
  ['cards', MANY, 'filters.site.$in'],
  ['cards', 'filters=x', 'filters'],
  ['cards', 'sort=number:up', 'sort.number:up'],
  ['cards', 'sort=number,number,number,number,number', 'sort'],
  ['cards', 'pagination[page]=-1', 'pagination.page'],
  ['cards', 'pagination[page]=100001', 'pagination.page'],
  ['cards', 'pagination[pageSize]=1e2', 'pagination.pageSize'],
  ['cards', 'pagination[pageSize]=101', 'pagination.pageSize'],
  ['cards', 'pagination[withCount]=perhaps', 'pagination.withCount'],
  ['cards', 'pagination=1', 'pagination'],
  ['records', 'filters[recordedAt][$gte]=yesterday', 'filters.recordedAt.$gte'],
  ['records', 'filters[recordedAt][$gte]=2026-02-30T00:00:00Z', 'filters.recordedAt.$gte'],
  ['records', 'filters[recordedAt][$contains]=2026', 'filters.recordedAt.$contains'],
  ['records', 'filters[theme]=virtue', 'filters.theme.$eq'],
  ['records', 'filters[number][$in]=', 'filters.number.$in'],
  ['objections', 'filters[filedAt]=0', 'filters.filedAt.$eq'],
  ['transfers', 'filters[points][$lt]=many', 'filters.points.$lt'],
  ['transfers', 'filters[kind]=gift', 'filters.kind.$eq'],
  ['redemptions', 'filters[at]=x', 'filters.at.$eq'],
  ['redemptions', 'filters[state][]=x', 'filters.state.$in'],
  ['flags', 'filters[kind]=x', 'filters.kind.$eq'],
  ['goods', 'filters[active]=maybe', 'filters.active.$eq'],
  ['goods', 'filters[costFen]=1', 'filters.costFen'],
  ['shops', 'filters[unsettled]=1', 'filters.unsettled'],
  ['shops/:shop/movements', 'filters[kind]=theft', 'filters.kind.$eq'],
  ['shops/:shop/movements', 'filters[actor]=x', 'filters.actor'],
  ['shops/:shop/stocktakes', 'sort=number', 'sort.number'],
  ['shops/:shop/settlements', 'filters[fen]=1', 'filters.fen'],
  ['cards/:card/statement', 'filters[kind]=post', 'filters.kind'],
  ['cards/:card/statement', 'sort=at', 'sort.at'],
  ['notices', `site=${'6'.repeat(41)}`, 'site'],
  ['notices', 'site[$ne]=x', 'site'],
  ['notices', 'site=640402&site=640402100', 'site'],
  ['notices', 'filters[site]=x', 'filters'],
  ['notices', 'pagination[pageSize]=1000', 'pagination.pageSize'],
  ['summary', 'months=0', 'months'],
  ['summary', 'months=37', 'months'],
  ['summary', 'months=1.5', 'months'],
  ['summary', 'months=x', 'months'],
  ['summary', 'site[]=x', 'site'],
  ['ledger/verify', 'site[]=x', 'site'],
  ['ledger/head', 'from=1', 'from'],
  ['rule-sets', 'site=', 'site'],
  ['rule-sets', 'version=1', 'version'],
]

test.each(QUERIES)('/%s?%s is refused, naming %s', async (list, query, named) => {
  const path = list.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? '')
  const failure = assertFailure(await get(`/${path}?${query}`), { list, query })
  const paths = (failure.error.details.errors ?? []).map(({ path: at }) => at.join('.'))
  expect({ status: failure.error.status, paths }).toMatchObject({ status: 400 })
  expect(paths.some((path_) => path_ === named || path_.startsWith(`${named}.`))).toBe(true)
})

/** Odd, and yet understood or refused: whatever it is, it is no fault of the server. */
const ODD: readonly (readonly [list: string, query: string])[] = [
  ['cards', 'pagination[page]=100000&pagination[pageSize]=100'],
  ['cards', 'filters[holder][$contains]=%25%5C_%27%22'],
  ['cards', 'filters[holder]=%F0%9F%98%80'],
  ['cards', "filters[number]=';drop table scoring_cards;--"],
  ['records', 'filters[recordedAt][$gte]=0000-01-01T00:00:00Z'],
  ['records', 'filters[recordedAt][$lte]=9999-12-31T23:59:59%2B23:59'],
  ['records', `filters[number][$contains]=${'%25'.repeat(33)}`],
  // Names that every object has are dropped where the address is read.
  ['records', 'filters[__proto__][x]=1'],
  ['records', 'filters[constructor]=1'],
  ['notices', `site=${NUL}`],
  ['rule-sets', `site=${NUL}`],
  ['records', 'filters[site][$null]=true&filters[site][$notNull]=true'],
]

test.each(ODD)('/%s?%s does not make the server fall over', async (list, query) => {
  const reply = await get(`/${list}?${query.replaceAll(/[^\x21-\x7e]|'|;|"/g, encodeURIComponent)}`)
  expect({
    query,
    status: reply.status,
    text: reply.text.slice(0, 300),
    known: [200, 400].includes(reply.status),
  }).toMatchObject({ known: true })
  if (reply.status !== 400) return
  const failure = assertFailure(reply, { list, query })
  expect({ query, errors: failure.error.details.errors?.length }).toEqual({
    query,
    errors: expect.any(Number) as number,
  })
})

/** Whatever stands in an address where a name should: not there, or not an address at all. */
const STRANGE = [
  ...[
    '%00',
    '%0a',
    '%09',
    '%20',
    '%27',
    '%22',
    '%3B',
    '..%2f..',
    '%252e%252e',
    '*',
    '%2A',
    '~',
    '__proto__',
    'constructor',
  ],
  ...['null', 'undefined', '0', '-1', '1e999', 'NaN', '[object%20Object]', '%5B%5D', HALF, '%F0%9F%98%80', '%E9%A9%AC'],
  ...['x'.repeat(300), 'x'.repeat(5000), '9'.repeat(60)],
]

const READ = [
  ...['/cards/:x', '/cards/scan/:x', '/cards/:x/statement', '/records/:x', '/redemptions/:x', '/rule-sets/:x/history'],
  ...['/shops/:x/movements', '/shops/:x/stocktakes', '/shops/:x/settlements'],
]
const REASON = { reason: '从外面试一试' }
const WRITTEN: readonly (readonly [account: string, path: string, data: object])[] = [
  ['points-supervisor', '/cards/:x/freeze', REASON],
  ['village-admin', '/cards/:x/pin', {}],
  ['village-admin', '/records/:x/withdraw', REASON],
  ['village-admin', '/records/:x/objections', { ...REASON, by: '某人' }],
  ['points-supervisor', '/objections/:x/uphold', REASON],
  ['points-supervisor', '/transfers/:x/reverse', REASON],
  ['points-supervisor', '/redemptions/:x/void', REASON],
  ['points-supervisor', '/flags/:x/settle', { note: '看过了' }],
  ['village-admin', '/shops/:x/stock', { goods: 'NONE', change: 1, ...REASON }],
  ['points-supervisor', '/shops/:x/settle', { day: '2026-01-01' }],
  // Verbs that there are not.
  ['points-supervisor', '/cards/:card/:x', REASON],
  ['points-reviewer', '/records/:record/:x', REASON],
  ['points-supervisor', '/objections/:objection/:x', REASON],
]

test.each(STRANGE)('nothing is found at %s', async (strange) => {
  const fill = (path: string) =>
    path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'x' ? strange : (names[name] ?? '')))
  for (const path of READ) {
    const reply = await get(fill(path))
    assertFailure(reply, { path })
    expect({ path, status: reply.status, known: [400, 404, 414, 431].includes(reply.status) }).toMatchObject({
      known: true,
    })
  }
  for (const [account, path, data] of WRITTEN) {
    const reply = await send('POST', POINTS + fill(path), await tokenFor(account), JSON.stringify({ data }))
    assertFailure(reply, { path })
    expect({ path, status: reply.status, known: [400, 404, 405, 414, 431].includes(reply.status) }).toMatchObject({
      known: true,
    })
  }
})
