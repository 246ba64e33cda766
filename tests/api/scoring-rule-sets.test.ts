import type { RuleSet, RuleSetHistory } from '@practice/scoring/contracts'
import { as, nobody, type Caller } from '../support/api'
import { dataOf, detailsOf, refusalOf } from './dispatch-support'
import { makeAccount, times } from './scoring-shop-support'

const TOWN = '640402201'
const VILLAGE = '640402201200'
const OTHER = '640402201201'

const RULE = {
  ...({ code: 'R1-01', theme: 'theory', name: '参加学习一次', points: 1, capPerMonth: 8 } as const),
  ...({ evidence: 'photo', kind: 'reward', active: true, source: '示例' } as const),
}

const SET = {
  ...{ holder: 'household', noticeDays: 5, carryOver: true, rate: 1, minimumRedemption: 10, outstandingBudget: null },
  deductions: false,
  rules: [RULE],
}

let officer: Caller

beforeAll(async () => {
  officer = await makeAccount('town-officer', TOWN)
})

const read = async (site: string, caller = nobody()) =>
  dataOf<RuleSet>(await caller.get(`/api/scoring/rule-sets?site=${site}`))

const write = (site: string, changes: object = {}, caller = officer) =>
  caller.put(`/api/scoring/rule-sets/${site}`, { data: { ...SET, ...changes } })

const giveUp = (site: string, version: number) =>
  officer.put(`/api/scoring/rule-sets/${site}`, { data: { version, inherits: true } })

test('the nearest set upwards decides as a whole, for everybody to read', async () => {
  const district = await read('640402')
  expect(district.from.code).toBe('640402')
  expect(await read(VILLAGE)).toMatchObject({ site: { code: VILLAGE }, from: { code: '640402' }, ownVersion: 0 })
  const written = dataOf<RuleSet>(await write(TOWN, { version: 0, note: '本镇试行', rate: 0.5 }))
  expect(written).toMatchObject({ from: { code: TOWN }, version: 1, ownVersion: 1, rate: 0.5, note: '本镇试行' })
  expect(written).toMatchObject({ writable: true, rules: [RULE] })
  expect(await read(VILLAGE)).toMatchObject({ from: { code: TOWN }, version: 1, ownVersion: 0, writable: false })
  dataOf<RuleSet>(await write(VILLAGE, { version: 0, holder: 'person', deductions: true }))
  expect(await read(VILLAGE)).toMatchObject({ from: { code: VILLAGE }, holder: 'person', deductionsCount: true })
  expect(await read(OTHER)).toMatchObject({ from: { code: TOWN }, holder: 'household' })
  // A town's deductions count nowhere: they are the village's own to turn on.
  dataOf<RuleSet>(await write(TOWN, { version: 1, deductions: true }))
  expect(await read(OTHER)).toMatchObject({ version: 2, deductions: true, deductionsCount: false })
  expect(await read(VILLAGE)).toMatchObject({ version: 1, from: { code: VILLAGE } })
})

test('whoever is late is told so, and of ten at once one writes', async () => {
  const site = '640402201203'
  const replies = await times(10, (at) => write(site, { version: 0, minimumRedemption: at }))
  expect(replies.map(refusalOf).sort()).toEqual(['200', ...Array<string>(9).fill('409 changed_meanwhile')])
  const late = await write(site, { version: 0 })
  expect(refusalOf(late)).toBe('409 changed_meanwhile')
  expect(detailsOf(late)).toMatchObject({ version: 1 })
  const won = replies.findIndex(({ status }) => status === 200)
  expect(await read(site)).toMatchObject({ version: 1, minimumRedemption: won })
})

test('its history says what changed, the latest first, and it can be given up', async () => {
  const site = '640402201204'
  expect(refusalOf(await giveUp(site, 1))).toBe('409 changed_meanwhile')
  dataOf(await write(site, { version: 0 }))
  const more = { ...RULE, code: 'R2-01', name: '入户宣讲' }
  dataOf(await write(site, { version: 1, rate: 2, rules: [{ ...RULE, points: 3 }, more], note: '加一条' }))
  dataOf(await write(site, { version: 2, rate: 2, rules: [more] }))
  const given = dataOf<RuleSet>(await giveUp(site, 3))
  expect(given).toMatchObject({ ownVersion: 4 })
  expect(given.from.code).not.toBe(site)
  expect(refusalOf(await giveUp(site, 4))).toBe('409 nothing_to_give_up')
  dataOf(await write(site, { version: 4 }))
  const history = dataOf<RuleSetHistory>(await nobody().get(`/api/scoring/rule-sets/${site}/history`))
  expect(history.map(({ version, inherits, changes }) => ({ version, inherits, changes }))).toEqual([
    { version: 5, inherits: false, changes: ['+R1-01'] },
    { version: 4, inherits: true, changes: ['inherits'] },
    { version: 3, inherits: false, changes: ['-R1-01'] },
    { version: 2, inherits: false, changes: ['rate', 'R1-01.points', '+R2-01'] },
    { version: 1, inherits: false, changes: ['+R1-01'] },
  ])
  expect(history[3]).toMatchObject({ note: '加一条', changedBy: { username: expect.stringMatching(/^town-officer/) } })
})

test('nobody gives up what everything below stands on', async () => {
  const dispatcher = await as('county-dispatcher')
  const { ownVersion } = await read('640402')
  const reply = await dispatcher.put('/api/scoring/rule-sets/640402', { data: { version: ownVersion, inherits: true } })
  expect(refusalOf(reply)).toBe('422 nothing_above')
})

test.each`
  who                    | site              | outcome
  ${'county-dispatcher'} | ${'640402201209'} | ${'200'}
  ${'town-officer'}      | ${TOWN}           | ${'403 role_not_allowed'}
  ${'town-officer'}      | ${'640402'}       | ${'403 role_not_allowed'}
  ${'village-admin'}     | ${'640402100207'} | ${'403 role_not_allowed'}
  ${'points-supervisor'} | ${'640402100207'} | ${'403 role_not_allowed'}
  ${'resident'}          | ${'640402100207'} | ${'403 role_not_allowed'}
  ${'county-dispatcher'} | ${'640499'}       | ${'404 site_unknown'}
`('$who writes the set of $site: $outcome', async ({ who, site, outcome }: Record<string, string>) => {
  expect(refusalOf(await write(site ?? '', { version: 0 }, await as(who ?? '')))).toBe(outcome)
})

test.each`
  who                  | site              | outcome
  ${'village-admin'}   | ${'640402100207'} | ${'200'}
  ${'village-admin'}   | ${'640402100'}    | ${'200'}
  ${'village-admin'}   | ${'640402'}       | ${'200'}
  ${'village-admin'}   | ${TOWN}           | ${'404 not_found'}
  ${'points-reviewer'} | ${'640402100207'} | ${'200'}
  ${'resident'}        | ${VILLAGE}        | ${'200'}
  ${'team-leader'}     | ${'640402'}       | ${'403 role_not_allowed'}
  ${'town-officer'}    | ${'640499'}       | ${'404 site_unknown'}
`('$who reads the set of $site: $outcome', async ({ who, site, outcome }: Record<string, string>) => {
  const caller = await as(who ?? '')
  expect(refusalOf(await caller.get(`/api/scoring/rule-sets?site=${site ?? ''}`))).toBe(outcome)
  expect(refusalOf(await caller.get(`/api/scoring/rule-sets/${site ?? ''}/history`))).toBe(outcome)
})

test('without a site it is the own one’s, else the district’s', async () => {
  const own = dataOf<RuleSet>(await (await as('village-admin')).get('/api/scoring/rule-sets'))
  expect(own.site.code).toBe('640402100207')
  expect(dataOf<RuleSet>(await nobody().get('/api/scoring/rule-sets')).site.code).toBe('640402')
})

test.each`
  what                       | changes
  ${'two rules of one code'} | ${{ rules: [RULE, RULE] }}
  ${'no rules'}              | ${{ rules: [] }}
  ${'no points'}             | ${{ rules: [{ ...RULE, points: 0 }] }}
  ${'a part of a fen'}       | ${{ rate: 0.015 }}
  ${'two days of notice'}    | ${{ noticeDays: 2 }}
  ${'eight days of notice'}  | ${{ noticeDays: 8 }}
  ${'something unknown'}     | ${{ colour: 'red' }}
  ${'no version'}            | ${{ version: undefined }}
`('$what is malformed', async ({ changes }: { changes: object }) => {
  expect(refusalOf(await write(VILLAGE, { version: 1, ...changes }))).toBe('400 invalid')
})
