import type { RuleSet } from '@practice/scoring/contracts'
import { as } from '../support/api'
import { dataOf, VILLAGE } from './dispatch-support'
import { namesOf, POINTS, type Names } from './outside-points-support'
import { assertFailure, send, tokenFor } from './outside-support'

/** Bodies, queries and addresses of points that nobody means well: a 4xx that names what is wrong, never a 5xx. */

/** A body that only a rule refuses, and who may send it. */
interface Sample {
  account: string
  method: 'POST' | 'PUT'
  path: string
  data: Record<string, unknown>
  /** Fields that may be left out. */
  optional?: readonly string[]
}

let names: Names
let samples: Sample[]

beforeAll(async () => {
  names = await namesOf(VILLAGE)
  const set = dataOf<RuleSet>(await (await as('town-officer')).get(`${POINTS}/rule-sets?site=${VILLAGE}`))
  const { holder, noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions } = set
  const settings = { holder, noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions }
  samples = makeSamples({ version: 999_999, note: '试试', ...settings, rules: set.rules.slice(0, 2) })
})

function makeSamples(ruleSet: Record<string, unknown>): Sample[] {
  const { card, household, record, objection, transfer, redemption, flag, goods } = names
  const reason = { reason: '从外面试一试' }
  const source = { type: 'activity', documentId: 'zzz' }
  const score = { card, rule: 'NONE', occurredAt: '2026-11-01T08:00:00Z', quantity: 1, note: '试', evidence: ['zzz'] }
  const made = (account: string, path: string, data: Sample['data'], optional: string[] = []): Sample => ({
    ...{ account, path: `${POINTS}${path}`, data, optional },
    method: path.startsWith('/rule-sets') || /^\/(goods|shops)\/[^/]+$/.test(path) ? 'PUT' : 'POST',
  })
  return [
    made('village-admin', '/records', { ...score, source, member: '某人' }, [
      'quantity',
      'note',
      'evidence',
      'source',
      'member',
    ]),
    made('village-admin', '/cards', { household, member: '某人' }, ['member']),
    made('town-officer', `/rule-sets/${VILLAGE}`, ruleSet, ['note']),
    made('points-supervisor', `/cards/${card}/unfreeze`, reason),
    made('nobody', `/cards/${VILLAGE}-x/statement`, { pin: '000000' }),
    made('points-reviewer', `/records/${record}/approve`, reason, ['reason']),
    made('points-reviewer', `/records/${record}/reject`, reason),
    made('village-admin', `/records/${record}/withdraw`, reason),
    made('village-admin', `/records/${record}/objections`, { ...reason, by: '某人' }, ['by']),
    made('points-supervisor', `/objections/${objection}/uphold`, reason),
    made('points-supervisor', `/objections/${objection}/dismiss`, reason),
    made('points-supervisor', '/notices/close', { site: '640402999' }),
    made('points-supervisor', `/transfers/${transfer}/reverse`, reason),
    made('village-admin', '/shops', { name: '外面的店', site: '640402999' }),
    made('village-admin', `/shops/NONE`, { name: '外面的店', active: true }, ['name', 'active']),
    made('village-admin', `/shops/${VILLAGE}-S1/stock`, { goods: 'NONE', change: 1, ...reason }),
    made('village-admin', `/shops/${VILLAGE}-S1/stocktake`, { lines: [{ goods: 'NONE', counted: 1 }], ...reason }, [
      'reason',
    ]),
    made('points-supervisor', `/shops/${VILLAGE}-S1/settle`, { day: '2099-01-01' }),
    made('village-admin', '/goods', { shop: 'NONE', name: '肥皂', unit: '块', points: 1, costFen: 1, lowStock: 1 }, [
      'costFen',
      'lowStock',
    ]),
    made(
      'village-admin',
      `/goods/${goods}`,
      { version: 999_999, name: '肥皂', unit: '块', points: 1, costFen: 1, lowStock: 1, active: true },
      ['name', 'unit', 'points', 'costFen', 'lowStock', 'active'],
    ),
    made('village-admin', '/redemptions', { card, shop: 'NONE', lines: [{ goods: 'NONE', quantity: 1 }] }),
    made('points-supervisor', `/redemptions/${redemption}/void`, reason),
    made('points-supervisor', `/flags/${flag}/settle`, { note: '看过了' }),
  ]
}

const KEY = { 'idempotency-key': 'outside-points-input' }

async function put(sample: Sample, body: string, headers: object = KEY) {
  const token = sample.account === 'nobody' ? null : await tokenFor(sample.account)
  return send(sample.method, sample.path, token, body, headers)
}

/** What a refusal names: the paths of its faults. */
async function faultsOf(sample: Sample, body: string): Promise<string[]> {
  const failure = assertFailure(await put(sample, body), { path: sample.path, body: body.slice(0, 300) })
  expect({ path: sample.path, body: body.slice(0, 300), status: failure.error.status }).toMatchObject({ status: 400 })
  return (failure.error.details.errors ?? []).map(({ path }) => path.join('.'))
}

/** Wrong for every field that there is, as JSON. */
const JUNK: readonly (readonly [string, string])[] = [
  ['an operator', '{"$ne":1}'],
  ['lists of lists', '[[["x"]]]'],
  ['1e21', '1e21'],
  ['more than any number', '1e999'],
  ['a negative half', '-1.5'],
  ['NUL', '"a\\u0000b"'],
  ['half a character', '"a\\ud800b"'],
  ['a long text', JSON.stringify('字'.repeat(60_000))],
  ['what every object has', '{"constructor":1,"toString":1}'],
  ['depth', `${'['.repeat(500)}1${']'.repeat(500)}`],
]

const ANYWHERE = ['NUL', 'half a character', 'depth']

/** A body with one of its fields replaced by JSON that may be none. */
function withField({ data }: Sample, field: string, json: string): string {
  return JSON.stringify({ data: { ...data, [field]: '@' } }).replace('"@"', () => json)
}

test('the samples are refused by nothing but rules', async () => {
  for (const sample of samples) {
    const reply = await put(sample, JSON.stringify({ data: sample.data }))
    expect({ path: sample.path, text: reply.text, known: [403, 404, 409, 422].includes(reply.status) }).toMatchObject({
      known: true,
    })
  }
})

test.each(JUNK)('%s in the place of any field is refused by the name of the field', async (what, json) => {
  for (const sample of samples) {
    for (const field of Object.keys(sample.data)) {
      const faults = await faultsOf(sample, withField(sample, field, json))
      // What may not stand anywhere in a body is refused before its fields are looked at.
      const named =
        faults.some((path) => path.split('.').includes(field)) || (ANYWHERE.includes(what) && faults[0] === '')
      expect({ path: sample.path, field, json: json.slice(0, 50), faults, named }).toMatchObject({ named: true })
    }
  }
})

test('what is missing is named, one by one and all at once', async () => {
  for (const sample of samples) {
    const required = Object.keys(sample.data).filter((field) => !sample.optional?.includes(field))
    for (const field of required) {
      const { [field]: _, ...rest } = sample.data
      expect({ path: sample.path, faults: await faultsOf(sample, JSON.stringify({ data: rest })) }).toEqual({
        path: sample.path,
        faults: expect.arrayContaining([field]) as string[],
      })
    }
    // A set of rules may be given up, too, which takes less.
    if (required.length === 0 || required.includes('rules')) continue
    const faults = await faultsOf(sample, '{"data":{}}')
    expect({ path: sample.path, faults }).toEqual({
      path: sample.path,
      faults: expect.arrayContaining(required) as string[],
    })
  }
})

test('what nobody knows is named, at the top and within', async () => {
  for (const sample of samples) {
    expect({
      path: sample.path,
      faults: await faultsOf(sample, JSON.stringify({ data: { ...sample.data, zzz: 1 } })),
    }).toEqual({
      path: sample.path,
      faults: ['zzz'],
    })
    for (const [field, value] of Object.entries(sample.data)) {
      if (typeof value !== 'object' || value === null || (Array.isArray(value) && typeof value[0] === 'string'))
        continue
      const stranger = Array.isArray(value) ? [{ ...(value[0] as object), zzz: 1 }] : { ...value, zzz: 1 }
      const faults = await faultsOf(sample, JSON.stringify({ data: { ...sample.data, [field]: stranger } }))
      expect(faults).toEqual([Array.isArray(value) ? `${field}.0.zzz` : `${field}.zzz`])
    }
  }
})

/** One field of one route, and what it must not be beyond what fits no field at all. */
const WRONG: readonly (readonly [path: string, field: string, json: readonly string[]])[] = [
  ['/records', 'quantity', ['0', '-1', '101', '1.5', '"1"', 'null', '9007199254740993']],
  ['/records', 'occurredAt', ['"yesterday"', '"2026-11-01"', '"2026-02-30T00:00:00Z"', '0', '"2026-11-01T00:00:00"']],
  [
    '/records',
    'evidence',
    ['"zzz"', '["zzz","zzz"]', '[1]', 'null', JSON.stringify(Array.from({ length: 13 }, (_, at) => `z${at}`))],
  ],
  ['/records', 'source', ['{"type":"rumour","documentId":"z"}', '{"type":"order"}', '[]']],
  [
    '/redemptions',
    'lines',
    [
      '[]',
      '[{"goods":"G","quantity":0}]',
      '[{"goods":"G","quantity":1001}]',
      '[{"goods":"G","quantity":1},{"goods":"G","quantity":1}]',
    ],
  ],
  [`/shops/${VILLAGE}-S1/stock`, 'change', ['0', '100001', '-100001', '"1"']],
  [
    `/shops/${VILLAGE}-S1/stocktake`,
    'lines',
    ['[]', '[{"goods":"G","counted":-1}]', '[{"goods":"G","counted":1000001}]'],
  ],
  [
    `/shops/${VILLAGE}-S1/settle`,
    'day',
    ['"2026-13-01"', '"2026-02-29"', '"2026-11-01T00:00:00Z"', '20261101', '"-1"'],
  ],
  [`/rule-sets/${VILLAGE}`, 'noticeDays', ['2', '8', '3.5', '"5"']],
  [`/rule-sets/${VILLAGE}`, 'rate', ['0', '-1', '0.001', '101', '1.005']],
  [`/rule-sets/${VILLAGE}`, 'rules', ['[]', '[1]']],
  [`/rule-sets/${VILLAGE}`, 'holder', ['"village"', 'null']],
  [
    `/cards/${VILLAGE}-x/statement`,
    'pin',
    ['"12345"', '"1234567"', '123456', '"12345a"', '"１２３４５６"', '["123456"]'],
  ],
]

test.each(WRONG)('%s takes no such %s', async (path, field, values) => {
  const sample = samples.find((one) => one.path === POINTS + path)
  if (sample === undefined) throw new Error(`no sample for ${path}`)
  for (const json of values) {
    const faults = await faultsOf(sample, withField(sample, field, json))
    expect({ json, named: faults.some((fault) => fault.split('.')[0] === field), faults }).toMatchObject({
      json,
      named: true,
    })
  }
})

test.each([
  ['/goods/:goods', ['9007199254740991', '2147483648', '-9007199254740991']],
  ['/rule-sets/:site', ['9007199254740991', '2147483648']],
])('%s takes a version beyond what databases hold for a wrong one, or for an old one', async (path, values) => {
  const address = POINTS + path.replace(/:(\w+)/, (__, name: string) => names[name] ?? '')
  const sample = samples.find((one) => one.path === address)
  if (sample === undefined) throw new Error(`no sample for ${path}`)
  for (const json of values) {
    const failure = assertFailure(await put(sample, withField(sample, 'version', json)), { path, json })
    const { status, details } = failure.error
    expect({ json, status, known: [400, 409].includes(status) }).toMatchObject({ json, known: true })
    if (status === 400) expect(details.errors).toMatchObject([{ path: ['version'] }])
  }
})

test.each(['short', 'x'.repeat(129), 'with a blank in it', 'tabs\tare\tnone', 'ключ-ключ', ''])(
  'the key %j is refused by name',
  async (key) => {
    const header = { 'idempotency-key': Buffer.from(key).toString('latin1') }
    for (const path of ['/redemptions', '/records', `/shops/${VILLAGE}-S1/stock`, `/shops/${VILLAGE}-S1/stocktake`]) {
      const sample = samples.find((one) => one.path === POINTS + path)
      if (sample === undefined) throw new Error(`no sample for ${path}`)
      const failure = assertFailure(await put(sample, JSON.stringify({ data: sample.data }), header), { path, key })
      expect({ path, error: failure.error }).toMatchObject({
        error: { status: 400, details: { errors: [{ path: ['Idempotency-Key'] }] } },
      })
    }
  },
)

test('a batch says of each line what is wrong with it, and takes no more than its length', async () => {
  const lines = [1, null, 'x', [], {}, { card: {}, zzz: 1 }, { card: `a\u0000` }, { quantity: 1e21 }]
  const batch = { account: 'village-admin', method: 'POST', path: `${POINTS}/records/batch`, data: {} } as const
  const reply = await put(batch, JSON.stringify({ data: lines }), {})
  const said = (JSON.parse(reply.text) as { data?: { ok: boolean; code: string; details: { errors: unknown[] } }[] })
    .data
  // NUL is refused wherever it stands, before the lines are looked at one by one.
  if (reply.status === 400) expect(reply.text).toContain('NUL')
  else expect(said?.map(({ ok, code }) => ({ ok, code }))).toEqual(lines.map(() => ({ ok: false, code: 'invalid' })))
  for (const data of [[], Array.from({ length: 101 }, () => ({})), {}, 'x', { 0: {} }]) {
    assertFailure(await put(batch, JSON.stringify({ data }), {}), { data })
  }
})
