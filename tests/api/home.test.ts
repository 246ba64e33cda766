import { QuietVillages, type QuietVillagesView } from '@practice/access/contracts'
import { TeamLoadView, type Order, type TeamLoad } from '@practice/dispatch/contracts'
import { as, nobody, type Caller } from '../support/api'
import { dataOf, DEMO_TEAM, refusalOf, TOWN, VILLAGE } from './dispatch-support'

/** What the homes ask beside the lists: villages of which nothing was heard, and how full the teams are. */

const DAY_MS = 86_400_000

const quietOf = async (who: string, query = '') =>
  dataOf<QuietVillagesView>(await (await as(who)).get(`/api/sites/quiet${query}`))

const codesOf = ({ quiet }: QuietVillagesView) => quiet.map(({ site }) => site.code)

const heardAt = ({ last }: QuietVillagesView['quiet'][number]) =>
  Math.max(...[last.order, last.record, last.article].map((at) => (at === null ? -Infinity : Date.parse(at))))

async function countOf(caller: Caller, path: string): Promise<number> {
  const reply = await caller.get(`${path}&pagination[pageSize]=1`)
  return (reply.body as { meta: { pagination: { total: number } } }).meta.pagination.total
}

describe('quiet villages', () => {
  test('are those of the own town without an order, a record or an article, the longest silent first', async () => {
    const officer = await as('town-officer')
    const told = await quietOf('town-officer')
    expect(QuietVillages.parse(told)).toEqual(told)
    expect(told).toMatchObject({ site: { code: TOWN }, days: 30 })
    const villages = await countOf(officer, `/api/sites?filters[tier]=village&filters[code][$startsWith]=${TOWN}`)
    expect(told.villages).toBe(villages)
    expect(codesOf(told)).not.toContain(VILLAGE)
    expect(codesOf(told).every((code) => code.startsWith(TOWN) && code.length === 12)).toBe(true)
    expect(told.quiet.every((village) => heardAt(village) < Date.parse(told.since))).toBe(true)
    const instants = told.quiet.map(heardAt)
    expect(instants).toEqual([...instants].sort((one, other) => one - other))
  })

  test('say what the lists say of the last order and the last record', async () => {
    const dispatcher = await as('county-dispatcher')
    const { quiet } = await quietOf('county-dispatcher', '?days=1')
    const village = quiet.find(({ last }) => last.order !== null) ?? quiet[0]
    if (village === undefined) throw new Error('every village was heard of today')
    const at = `filters[site]=${village.site.code}&pagination[pageSize]=1`
    const [order] = dataOf<Order[]>(await dispatcher.get(`/api/dispatch/orders?${at}&sort=createdAt:desc`))
    expect(village.last.order).toBe(order?.createdAt ?? null)
    const [record] = dataOf<{ recordedAt: string }[]>(
      await dispatcher.get(`/api/scoring/records?${at}&sort=recordedAt:desc`),
    )
    expect(village.last.record).toBe(record?.recordedAt ?? null)
  })

  test('the longer one waits, the fewer they are', async () => {
    const of = async (days: number) => codesOf(await quietOf('county-dispatcher', `?days=${days}`))
    const [short, long] = [await of(1), await of(365)]
    expect(short).toEqual(expect.arrayContaining(long))
  })

  test('an article that was begun breaks the silence for whom drafts are shown, and not for the leader', async () => {
    const officer = await as('town-officer')
    const [village] = codesOf(await quietOf('town-officer'))
    if (village === undefined) throw new Error('every village of the town was heard of')
    const draft = { title: '村里的第一条新闻', site: village }
    const { documentId } = dataOf<{ documentId: string }>(await officer.post('/api/articles', { data: draft }))
    expect(codesOf(await quietOf('town-officer'))).not.toContain(village)
    expect(codesOf(await quietOf('county-dispatcher'))).not.toContain(village)
    expect(codesOf(await quietOf('leader'))).toContain(village)
    expect((await (await as('county-editor')).delete(`/api/articles/${documentId}`)).status).toBe(204)
    expect(codesOf(await quietOf('town-officer'))).toContain(village)
  })

  test.each`
    who                    | query                         | answer
    ${'leader'}            | ${''}                         | ${'200'}
    ${'county-dispatcher'} | ${`?site=${TOWN}`}            | ${'200'}
    ${'county-dispatcher'} | ${`?site=${TOWN}&days=7`}     | ${'200'}
    ${'town-officer'}      | ${'?site=640402107'}          | ${'403 site_not_yours'}
    ${'town-officer'}      | ${'?site=640402'}             | ${'403 site_not_yours'}
    ${'leader'}            | ${'?site=640402107'}          | ${'403 site_not_yours'}
    ${'county-dispatcher'} | ${'?site=640402999'}          | ${'422 site_unknown'}
    ${'county-dispatcher'} | ${'?days=0'}                  | ${'400 invalid'}
    ${'county-dispatcher'} | ${'?days=366'}                | ${'400 invalid'}
    ${'county-dispatcher'} | ${'?days=soon'}               | ${'400 invalid'}
    ${'county-dispatcher'} | ${'?filters[site]=640402100'} | ${'400 invalid'}
    ${'county-editor'}     | ${''}                         | ${'403'}
    ${'village-admin'}     | ${''}                         | ${'403'}
    ${'team-leader'}       | ${''}                         | ${'403'}
    ${'points-reviewer'}   | ${''}                         | ${'403'}
    ${'points-supervisor'} | ${''}                         | ${'403'}
    ${'resident'}          | ${''}                         | ${'403'}
  `('$who$query: $answer', async ({ who, query, answer }: { who: string; query: string; answer: string }) => {
    const reply = await (await as(who)).get(`/api/sites/quiet${query}`)
    expect(refusalOf(reply)).toMatch(new RegExp(`^${answer}`))
  })

  test('are nothing for outsiders', async () => {
    expect([401, 403]).toContain((await nobody().get('/api/sites/quiet')).status)
  })
})

describe('loads of teams', () => {
  const loadsOf = async (who: string, query = '') =>
    dataOf<TeamLoad[]>(await (await as(who)).get(`/api/dispatch/loads${query}`))

  const IN_HAND = 'filters[state][$in]=dispatched&filters[state][$in]=accepted&filters[state][$in]=started'

  test('count the orders that a list of the team shows, the fullest team first', async () => {
    const dispatcher = await as('county-dispatcher')
    const loads = await loadsOf('county-dispatcher')
    expect(loads.map((load) => TeamLoadView.parse(load))).toEqual(loads)
    const fullness = loads.map(({ load, capacity }) => load / Math.max(capacity, 1))
    expect(fullness).toEqual([...fullness].sort((one, other) => other - one))
    for (const code of [loads[0]?.team.code ?? '', DEMO_TEAM]) {
      const mine = loads.find(({ team }) => team.code === code)
      const path = `/api/dispatch/orders?filters[team]=${code}&${IN_HAND}`
      expect(mine?.load).toBe(await countOf(dispatcher, path))
      expect(mine?.overdue).toBe(await countOf(dispatcher, `${path}&filters[overdue]=true`))
    }
  })

  test('of a town are those of its own teams and of its villages’', async () => {
    const teams = (await loadsOf('town-officer')).map(({ team }) => team.code)
    expect(teams).toContain(DEMO_TEAM)
    expect(teams.every((code) => code.startsWith(TOWN))).toBe(true)
    const asked = (await loadsOf('county-dispatcher', `?site=${TOWN}`)).map(({ team }) => team.code)
    expect(asked).toEqual(teams)
  })

  test.each`
    who                    | query                | answer
    ${'town-officer'}      | ${'?site=640402107'} | ${'403 site_not_yours'}
    ${'county-dispatcher'} | ${'?site=x'}         | ${'422 site_unknown'}
    ${'county-dispatcher'} | ${'?team=x'}         | ${'400 invalid'}
    ${'team-leader'}       | ${''}                | ${'403 role_not_allowed'}
    ${'resident'}          | ${''}                | ${'403 role_not_allowed'}
    ${'points-reviewer'}   | ${''}                | ${'403'}
  `('$who$query: $answer', async ({ who, query, answer }: { who: string; query: string; answer: string }) => {
    expect(refusalOf(await (await as(who)).get(`/api/dispatch/loads${query}`))).toMatch(new RegExp(`^${answer}`))
  })
})

test('days are counted back from now', async () => {
  const { since } = await quietOf('leader', '?days=7')
  expect(Math.abs(Date.now() - 7 * DAY_MS - Date.parse(since))).toBeLessThan(60_000)
})
