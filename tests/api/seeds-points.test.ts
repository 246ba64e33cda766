import type {
  Card,
  Flag,
  Goods,
  NoticeLine,
  Objection,
  PublicStatement,
  Redemption,
  RuleSet,
  ScoreRecord,
  Settlement,
  Shop,
  Stocktake,
  Verification,
} from '@practice/scoring/contracts'
import { DEMO_PIN } from '@practice/seeds'
import { app, as, nobody, type Caller } from '../support/api'
import { dataOf } from './dispatch-support'

const DISTRICT = '640402'
const VILLAGE = '640402100207'
/** Shows as much as `VILLAGE`, and other tests leave it alone. */
const SECOND = '640402107200'
const PILOTS = [
  ...[VILLAGE, '640402100208', '640402100210', '640402107200', '640402107205', '640402107213'],
  ...['640402106200', '640402106204', '640402106214', '640402105200', '640402105205', '640402105212'],
]

type Row = Record<string, unknown>
const db = () => app().db.connection
const whole = (path: string) => `/api/scoring/${path}${path.includes('?') ? '&' : '?'}pagination[pageSize]=100`

let dispatcher: Caller
let village: Caller
let reviewer: Caller
let supervisor: Caller
let resident: Caller

beforeAll(async () => {
  ;[dispatcher, village, reviewer, supervisor, resident] = (await Promise.all(
    ['county-dispatcher', 'village-admin', 'points-reviewer', 'points-supervisor', 'resident'].map(as),
  )) as [Caller, Caller, Caller, Caller, Caller]
})

async function list<T>(caller: Caller, path: string): Promise<T[]> {
  return dataOf<T[]>(await caller.get(whole(path)))
}

describe('the rules', () => {
  test.each`
    site              | from              | carryOver | budget
    ${VILLAGE}        | ${DISTRICT}       | ${true}   | ${null}
    ${'640402107205'} | ${'640402107'}    | ${true}   | ${30_000}
    ${'640402107200'} | ${'640402107200'} | ${false}  | ${null}
  `('at $site those of $from decide', async ({ site, from, carryOver, budget }: Record<string, unknown>) => {
    const set = dataOf<RuleSet>(await dispatcher.get(`/api/scoring/rule-sets?site=${String(site)}`))
    expect(set).toMatchObject({ from: { code: from }, carryOver, outstandingBudget: budget, deductionsCount: false })
    expect(set.rules).toHaveLength(16)
  })
})

describe('cards', () => {
  test('every household of the pilot villages has one, with initials and a code that nobody guesses', async () => {
    const rows = (await db()('scoring_cards').where({ slot: 'current' })) as Row[]
    for (const site of PILOTS) {
      expect(new Set(rows.filter((row) => row['site_code'] === site).map((row) => row['household_code'])).size).toBe(40)
    }
    expect(new Set(rows.map((row) => row['token'])).size).toBe(rows.length)
    for (const row of rows) {
      expect(row['token']).toMatch(/^[0-9a-f]{32}$/)
      expect(row['initials']).toMatch(/^[a-z]{2,}$/)
    }
  })

  test('the resident sees their own, and its PIN opens it without an account', async () => {
    const [card] = await list<Card>(resident, 'cards')
    expect(card).toMatchObject({ holder: { household: `${VILLAGE}-H001` }, state: 'active' })
    expect(card?.initials).toBe('mjg')
    expect(card?.balance).toBeGreaterThanOrEqual(200)
    const opened = await nobody().post(`/api/scoring/cards/${card?.number}/statement`, { data: { pin: DEMO_PIN } })
    const statement = dataOf<PublicStatement>(opened)
    expect(statement).toMatchObject({ balance: card?.balance, site: { code: VILLAGE } })
    expect(statement.entries.length).toBeGreaterThan(5)
  })

  test('balances of some hundred points', async () => {
    const cards = await list<Card>(village, 'cards?filters[balance][$gte]=100&sort=balance:desc')
    expect(cards.length).toBeGreaterThanOrEqual(5)
  })
})

describe('the ledger', () => {
  test.each(PILOTS)('%s adds up from its first entry', async (site) => {
    const verified = dataOf<Verification>(await dispatcher.get(`/api/scoring/ledger/verify?site=${site}`))
    expect(verified.broken).toEqual([])
    expect(verified).toMatchObject({ ok: true, sum: 0 })
    expect(verified.entries).toBeGreaterThan(10)
  })

  test('nothing waits that should have been posted or looked at', async () => {
    const records = db()('scoring_records').whereIn('site_code', PILOTS.slice(3))
    const first = (await records.clone().where({ state: 'noticed' }).orderBy('notice_ends_at').first()) as Row
    expect(new Date(first['notice_ends_at'] as number | Date).getTime()).toBeGreaterThan(Date.now())
    expect(await records.clone().whereNull('inspected_at')).toEqual([])
  })

  test('no deduction anywhere', async () => {
    expect(await db()('scoring_records').where({ kind: 'deduction' }).whereIn('site_code', PILOTS)).toEqual([])
  })
})

describe('records', () => {
  test('every state is there', async () => {
    const rows = (await db()('scoring_records').where({ site_code: SECOND }).distinct('state')) as { state: string }[]
    expect(rows.map(({ state }) => state).sort()).toEqual(
      ['held', 'noticed', 'posted', 'recorded', 'rejected', 'voided', 'withdrawn'].sort(),
    )
  })

  test('a dozen or more wait for the reviewer, who may decide each', async () => {
    const waiting = await list<ScoreRecord>(reviewer, 'records?filters[state][$eq]=recorded')
    expect(waiting.length).toBeGreaterThanOrEqual(12)
    const sample = waiting.filter(({ recordedBy }) => recordedBy.username === 'village-admin')
    expect(sample.length).toBeGreaterThanOrEqual(12)
    expect(sample.filter(({ allowed }) => allowed.includes('approve')).length).toBeGreaterThanOrEqual(12)
  })

  test('some are on notice for everybody, holders masked', async () => {
    const reply = await nobody().get(`/api/scoring/notices?site=${SECOND}`)
    const lines = dataOf<NoticeLine[]>(reply)
    expect(lines.length).toBeGreaterThanOrEqual(5)
    expect(lines.some(({ held }) => held)).toBe(true)
    for (const { holder } of lines) expect(holder).toContain('*')
  })

  test('one is held by an objection that the supervisor may decide', async () => {
    const open = await list<Objection>(supervisor, 'objections?filters[state][$eq]=open')
    expect(open.flatMap(({ allowed }) => allowed)).toEqual(expect.arrayContaining(['uphold', 'dismiss']))
    const decided = await list<Objection>(supervisor, 'objections?filters[state][$ne]=open')
    expect(decided.map(({ state }) => state)).toEqual(expect.arrayContaining(['upheld', 'dismissed']))
  })

  test('they come from activities and archived orders, and their photos belong to them', async () => {
    const records = (await db()('scoring_records').whereIn('site_code', PILOTS.slice(2)).orWhere({
      site_code: VILLAGE,
      recorded_by: 'village-admin',
    })) as Row[]
    expect(new Set(records.map((row) => row['source_type']))).toEqual(new Set([null, 'activity', 'order']))
    for (const { document_id, evidence } of records) {
      const files = (typeof evidence === 'string' ? JSON.parse(evidence) : evidence) as string[]
      if (files.length === 0) continue
      const claims = (await db()('access_file_claims').whereIn('file_id', files)) as Row[]
      expect(claims.map((claim) => claim['subject_id'])).toEqual(files.map(() => document_id))
    }
  })
})

describe('shops', () => {
  test('one in every pilot village, with goods in stock', async () => {
    const shops = await list<Shop>(dispatcher, 'shops')
    expect(shops.map(({ site }) => site.code)).toEqual(expect.arrayContaining(PILOTS))
    for (const { code } of shops.filter(({ code: shop, site }) => shop.endsWith('-S1') && PILOTS.includes(site.code))) {
      const goods = await list<Goods>(dispatcher, `goods?filters[shop][$eq]=${code}`)
      expect(goods.filter(({ stock }) => stock > 0).length).toBeGreaterThanOrEqual(5)
    }
  })

  test('one kind of goods is nearly out, and of one a piece was missing', async () => {
    const goods = await list<Goods>(village, `goods?filters[shop][$eq]=${VILLAGE}-S1`)
    expect(goods.filter(({ stock, lowStock }) => stock <= lowStock).map(({ name }) => name)).toContain('保温杯')
    const taken = await list<Stocktake>(supervisor, `shops/${VILLAGE}-S1/stocktakes`)
    expect(taken.flatMap(({ lines }) => lines.map(({ difference }) => difference))).toContain(-1)
  })

  test('things were redeemed and once given back, and every day that is over is settled', async () => {
    const redemptions = await list<Redemption>(supervisor, 'redemptions')
    expect(redemptions.length).toBeGreaterThanOrEqual(15)
    expect(redemptions.map(({ state }) => state)).toContain('voided')
    const settlements = await list<Settlement>(supervisor, `shops/${VILLAGE}-S1/settlements`)
    expect(settlements.length).toBeGreaterThanOrEqual(40)
    expect(settlements.some(({ points }) => points > 0)).toBe(true)
  })
})

test('the supervisor finds the same photo and a late entry flagged, and one flag settled', async () => {
  const flags = await list<Flag>(supervisor, 'flags')
  const of = (state: string) => flags.filter((flag) => flag.state === state).map(({ kind }) => kind)
  expect(of('open')).toEqual(expect.arrayContaining(['same_photo', 'late']))
  expect(of('settled')).toContain('late')
})

test('activities have been and are to come', async () => {
  const rows = (await db()('activities').where({ sample: true })) as Row[]
  const starts = rows.map((row) => new Date(row['starts_at'] as number | Date).getTime())
  expect(starts.filter((at) => at < Date.now()).length).toBeGreaterThanOrEqual(30)
  expect(starts.filter((at) => at > Date.now()).length).toBeGreaterThanOrEqual(4)
})
