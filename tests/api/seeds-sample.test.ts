import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_ACCOUNTS, isEmpty, seedDistrict, seedSample } from '@practice/seeds'
import { app, asSystem, login } from '../support/api'

type Uid = Parameters<ReturnType<typeof app>['db']['query']>[0]
type Row = Record<string, unknown>

const count = (uid: Uid, where: object = {}): Promise<number> => asSystem(() => app().db.query(uid).count({ where }))
const find = (uid: Uid, where: object, populate: string[] = []): Promise<Row[]> =>
  asSystem(() => app().db.query(uid).findMany({ where, populate })) as Promise<Row[]>
const db = () => app().db.connection

test('the database is not empty', async () => {
  expect(await isEmpty(app())).toBe(false)
})

test.each`
  type                                        | where                                 | rows
  ${'api::site.site'}                         | ${{ tier: 'town', sample: true }}     | ${14}
  ${'api::site.site'}                         | ${{ tier: 'village', sample: true }}  | ${191}
  ${'api::theme.theme'}                       | ${{}}                                 | ${6}
  ${'api::platform.platform'}                 | ${{}}                                 | ${7}
  ${'api::method.method'}                     | ${{}}                                 | ${5}
  ${'api::service-category.service-category'} | ${{ theme: 'service', sample: true }} | ${8}
  ${'api::service-item.service-item'}         | ${{ theme: 'service', sample: true }} | ${46}
  ${'api::organisation.organisation'}         | ${{ sample: true }}                   | ${32}
  ${'api::team.team'}                         | ${{ sample: true }}                   | ${115}
  ${'api::pairing.pairing'}                   | ${{ sample: true }}                   | ${32}
  ${'api::household.household'}               | ${{ sample: true }}                   | ${480}
  ${'plugin::users-permissions.user'}         | ${{ sample: true }}                   | ${13}
  ${'api::activity.activity'}                 | ${{ sample: true }}                   | ${42}
`('$type $where: $rows', async ({ type, where, rows }: { type: Uid; where: object; rows: number }) => {
  expect(await count(type, where)).toBe(rows)
})

test('rows hang together by their relations as they do by their codes', async () => {
  const pairs: [Uid, string, string, string][] = [
    ['api::site.site', 'parent', 'code', ''],
    ['api::team.team', 'site', 'siteCode', 'code'],
    ['api::team.team', 'organisation', 'organisationCode', 'code'],
    ['api::volunteer.volunteer', 'team', 'teamCode', 'code'],
    ['api::household.household', 'site', 'siteCode', 'code'],
    ['api::venue.venue', 'site', 'siteCode', 'code'],
    ['api::service-item.service-item', 'category', 'categoryCode', 'code'],
    ['api::service-offering.service-offering', 'site', 'siteCode', 'code'],
    ['api::service-offering.service-offering', 'serviceItem', 'itemCode', 'code'],
    ['api::pairing.pairing', 'organisation', 'organisationCode', 'code'],
    ['api::assignment.assignment', 'site', 'siteCode', 'code'],
    ['api::article.article', 'site', 'siteCode', 'code'],
    ['api::activity.activity', 'site', 'siteCode', 'code'],
  ]
  for (const [uid, relation, column, by] of pairs) {
    for (const row of await find(uid, { sample: true }, [relation])) {
      const target = row[relation] as Row | null
      if (by === '') expect(target === null).toBe(row[column] === '640402')
      else expect([uid, relation, target?.[by] ?? null]).toEqual([uid, relation, row[column]])
    }
  }
})

test('the children of a site are listed in the order of their codes', async () => {
  const [town] = await find('api::site.site', { code: '640402100' }, ['children'])
  const codes = (town?.['children'] as { code: string }[]).map(({ code }) => code)
  expect(codes).toHaveLength(16)
  expect(codes).toEqual([...codes].sort())
})

test('everybody signs in with the password of the demo, and has the role and the ties of the contract', async () => {
  for (const account of DEMO_ACCOUNTS) {
    const [user] = await find('plugin::users-permissions.user', { username: account.username }, ['role'])
    const { displayName, siteCode, teamCode, householdCode } = account
    expect(user).toMatchObject({ displayName, siteCode, teamCode, householdCode, role: { type: account.role } })
  }
  expect(await login('resident')).toMatch(/\./)
})

test('an order’s state, version and count agree with its last event', async () => {
  const orders = (await db()('dispatch_orders').select('document_id', 'state', 'version', 'events')) as Row[]
  const events = (await db()('dispatch_order_events').orderBy(['order_id', 'sequence'])) as Row[]
  expect(orders.length).toBeGreaterThanOrEqual(300)
  const byOrder = new Map<unknown, Row[]>()
  for (const event of events) byOrder.set(event['order_id'], [...(byOrder.get(event['order_id']) ?? []), event])
  for (const order of orders) {
    const history = byOrder.get(order['document_id']) ?? []
    expect(history.map((event) => event['sequence'])).toEqual(history.map((_, at) => at + 1))
    expect(history.at(-1)?.['to_state']).toBe(order['state'])
    expect(history).toHaveLength(Number(order['events']))
    expect(history.findLast((event) => event['version'] !== null)?.['version']).toBe(order['version'])
  }
})

test('every file that a completed round names is in the library and belongs to the order', async () => {
  const orders = (await db()('dispatch_orders').where({ state: 'archived' }).limit(40)) as Row[]
  expect(orders.length).toBeGreaterThan(0)
  for (const order of orders) {
    const { completion } = order
    const { evidence } = (typeof completion === 'string' ? JSON.parse(completion) : completion) as {
      evidence: string[]
    }
    const claims = (await db()('access_file_claims').whereIn('file_id', evidence)) as Row[]
    expect(claims).toHaveLength(evidence.length)
    for (const claim of claims) expect(claim).toMatchObject({ subject_type: 'order', subject_id: order['document_id'] })
    expect(await count('plugin::upload.file', { documentId: { $in: evidence } })).toBe(evidence.length)
  }
})

test('numbers go on after those of the sample', async () => {
  const counters = (await db()('dispatch_counters').where('key', 'like', 'order:%')) as { key: string; value: number }[]
  for (const { key, value } of counters) {
    const day = key.slice('order:'.length)
    const [highest] = (await db()('dispatch_orders')
      .where('number', 'like', `${day}-%`)
      .max('number as number')) as Row[]
    expect(Number(String(highest?.['number']).slice(day.length + 1))).toBeLessThanOrEqual(value)
  }
})

test('articles have their cover on draft and published row', async () => {
  const rows = await find('api::article.article', { sample: true }, ['cover', 'theme'])
  expect(new Set(rows.map((row) => row['documentId'])).size).toBe(23)
  expect(rows.length).toBeGreaterThan(30)
  for (const { cover, theme } of rows) expect([cover, theme]).not.toContain(null)
})

describe('run again', () => {
  test('nothing changes, whatever the hour', async () => {
    const report = await seedSample(app(), { now: Date.now() + 90 * 24 * 3_600_000, demoPassword: 'another-password' })
    expect(new Set(Object.values(report))).toEqual(new Set([0]))
    expect(await login('village-admin')).toMatch(/\./)
  })

  test('what somebody changed stays changed', async () => {
    const where = { code: 'V01' }
    const write = (name: string) => asSystem(() => app().db.query('api::venue.venue').update({ where, data: { name } }))
    const [before] = await find('api::venue.venue', where)
    await write('改过名的展示厅')
    await seedSample(app())
    expect(await find('api::venue.venue', where)).toMatchObject([{ name: '改过名的展示厅' }])
    await write(String(before?.['name']))
  })

  test('a first run that was cut short counts as none, until it is completed', async () => {
    const store = app().store({ type: 'core', name: 'seeds' })
    await store.set({ key: 'sample', value: 'begun' })
    expect(await isEmpty(app())).toBe(true)
    await seedSample(app())
    expect(await isEmpty(app())).toBe(false)
  })

  test('what a run that was cut short left out is added, with its links', async () => {
    await asSystem(() =>
      app()
        .db.query('api::pairing.pairing')
        .deleteMany({ where: { siteCode: '640402105212' } }),
    )
    await asSystem(() =>
      app()
        .db.query('api::assignment.assignment')
        .deleteMany({ where: { code: 'A06' } }),
    )
    const report = await seedSample(app())
    expect(report).toMatchObject({ pairings: 2, assignments: 1, sites: 0, orders: 0 })
    const pairings = await find('api::pairing.pairing', { siteCode: '640402105212' }, ['site', 'organisation'])
    for (const { site, organisation } of pairings) expect([site, organisation]).not.toContain(null)
  })
})

describe('another district', () => {
  const DISTRICT = '659001'
  const folder = mkdtempSync(join(tmpdir(), 'district-'))
  const list = (text: string): string => {
    const file = join(folder, 'divisions.csv')
    writeFileSync(file, `code,name,tier,parent\n${text}`)
    return file
  }
  const whole = `${DISTRICT},某市,center,\n659001100,某镇,town,659001\n659001100200,某村委会,village,659001100\n`
  const said: string[] = []
  const log = (line: string): void => void said.push(line)

  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await asSystem(() =>
      app()
        .db.query('api::site.site')
        .deleteMany({ where: { code: { $startsWith: DISTRICT } } }),
    )
    const where = { username: `dispatcher-${DISTRICT}` }
    await asSystem(() => app().db.query('plugin::users-permissions.user').deleteMany({ where }))
  })

  test('a list that is not in order writes nothing', async () => {
    const broken = list(`${DISTRICT},某市,center,\n659001100,某镇,town,659002\n`)
    await expect(seedDistrict(app(), { district: DISTRICT, divisionsCsv: broken, log })).rejects.toThrow(/line 3/)
    expect(await count('api::site.site', { code: { $startsWith: DISTRICT } })).toBe(0)
  })

  test('comes with its sites and one dispatcher, whose password is said once', async () => {
    const made = await seedDistrict(app(), { district: DISTRICT, divisionsCsv: list(whole), log })
    expect(made).toMatchObject({ account: `dispatcher-${DISTRICT}`, sites: 3 })
    expect(made.password).toMatch(/^[\w-]{20}$/)
    expect(said.filter((line) => line.includes(made.password ?? ''))).toHaveLength(1)
    expect(await login(made.account, made.password ?? '')).toMatch(/\./)
    const [village] = await find('api::site.site', { code: '659001100200' }, ['parent'])
    expect(village).toMatchObject({ name: '某村', sample: false, population: null, parent: { code: '659001100' } })
  })

  test('has rules to begin with, so that points can be recorded', async () => {
    const [set] = await find('plugin::scoring.rule-set', { siteCode: DISTRICT })
    expect(set).toMatchObject({ version: 1, inherits: false, deductions: false, changedBy: `dispatcher-${DISTRICT}` })
    expect(await count('plugin::scoring.point-rule', { siteCode: DISTRICT, active: true })).toBe(15)
  })

  test('nothing of the sample is in it', async () => {
    const within = { siteCode: { $startsWith: DISTRICT } }
    for (const type of [
      'api::team.team',
      'api::household.household',
      'api::service-offering.service-offering',
    ] as const) {
      expect(await count(type, within)).toBe(0)
    }
  })

  test('again, it adds nothing and says no password', async () => {
    const again = await seedDistrict(app(), { district: DISTRICT, divisionsCsv: list(whole), log })
    expect(again).toMatchObject({ password: null, sites: 0 })
    expect(await count('plugin::scoring.rule-set', { siteCode: DISTRICT })).toBe(1)
  })
})
