import type { Order, Plan, Summary } from '@practice/dispatch/contracts'
import { PlanView, SummaryView } from '@practice/dispatch/contracts'
import supertest from 'supertest'
import { app, as, login, type Caller } from '../support/api'
import {
  act,
  dataOf,
  db,
  DEMO_TEAM,
  detailsOf,
  done,
  makeTeam,
  ON_BEHALF,
  placed,
  refusalOf,
  TOWN,
  VILLAGE,
} from './dispatch-support'

const post = async (username: string, data: unknown, headers = {}) =>
  (await as(username)).post('/api/dispatch/orders', { data }, headers)

/** A body as it is, JSON or not. */
const postText = async (username: string, text: string) =>
  supertest(app().server.httpServer)
    .post('/api/dispatch/orders')
    .set({ Authorization: `Bearer ${await login(username)}`, 'Content-Type': 'application/json' })
    .send(text)

const counted = async () => Number((await db()('dispatch_orders').count({ n: '*' }).first())?.n)

describe('placing', () => {
  const { onBehalf, ...own } = ON_BEHALF
  const requester = ON_BEHALF.requester

  test.each`
    who                | changes                                                                               | refusal
    ${'leader'}        | ${{}}                                                                                 | ${'403 role_not_allowed'}
    ${'team-leader'}   | ${{}}                                                                                 | ${'403 role_not_allowed'}
    ${'county-editor'} | ${{}}                                                                                 | ${'403 role_not_allowed'}
    ${'village-admin'} | ${{ site: '640402999999' }}                                                           | ${'422 site_unknown'}
    ${'village-admin'} | ${{ site: 'x' }}                                                                      | ${'422 site_unknown'}
    ${'village-admin'} | ${{ site: '640402107200' }}                                                           | ${'403 site_not_yours'}
    ${'village-admin'} | ${{ site: TOWN }}                                                                     | ${'403 site_not_yours'}
    ${'town-officer'}  | ${{ site: '640402107200' }}                                                           | ${'403 site_not_yours'}
    ${'village-admin'} | ${{ onBehalf: undefined }}                                                            | ${'422 on_behalf_missing'}
    ${'village-admin'} | ${{ serviceItem: 'C99-99' }}                                                          | ${'422 not_offered'}
    ${'village-admin'} | ${{ form: { 不认识: 1 } }}                                                            | ${'422 form_invalid'}
    ${'village-admin'} | ${{ requester: { ...requester, household: '640402107200-H001' } }}                    | ${'422 household_unknown'}
    ${'village-admin'} | ${{ requester: { ...requester, household: 'nobody' } }}                               | ${'422 household_unknown'}
    ${'resident'}      | ${{}}                                                                                 | ${'422 on_behalf_unexpected'}
    ${'resident'}      | ${{ onBehalf: undefined, requester: { ...requester, household: `${VILLAGE}-H002` } }} | ${'403 household_not_yours'}
    ${'resident'}      | ${{ onBehalf: undefined, site: TOWN }}                                                | ${'403 site_not_yours'}
  `(
    '$who with $changes: $refusal',
    async ({ who, changes, refusal }: { who: string; changes: object; refusal: string }) => {
      const before = await counted()
      expect(refusalOf(await post(who, { ...own, onBehalf, ...changes }))).toBe(refusal)
      expect(await counted()).toBe(before)
    },
  )

  test.each`
    what                    | data                                                       | path
    ${'an unknown key'}     | ${{ ...ON_BEHALF, colour: 'red' }}                         | ${['colour']}
    ${'a wrong type'}       | ${{ ...ON_BEHALF, note: 5 }}                               | ${['note']}
    ${'an array for text'}  | ${{ ...ON_BEHALF, site: [VILLAGE] }}                       | ${['site']}
    ${'a missing field'}    | ${{ ...ON_BEHALF, channel: undefined }}                    | ${['channel']}
    ${'an unknown channel'} | ${{ ...ON_BEHALF, channel: 'pigeon' }}                     | ${['channel']}
    ${'no telephone'}       | ${{ ...ON_BEHALF, requester: { name: 'x', phone: '12' } }} | ${['requester', 'phone']}
    ${'NUL in a text'}      | ${{ ...ON_BEHALF, note: 'a\0b' }}                          | ${[]}
    ${'NUL in a key'}       | ${{ ...ON_BEHALF, form: { 'a\0': 1 } }}                    | ${[]}
    ${'no object'}          | ${[]}                                                      | ${[]}
    ${'nothing'}            | ${null}                                                    | ${[]}
  `('$what is a 400 that names it', async ({ data, path }: { data: unknown; path: string[] }) => {
    const reply = await post('village-admin', data)
    expect(refusalOf(reply)).toBe('400 invalid')
    expect(detailsOf(reply)['errors']).toEqual(expect.arrayContaining([expect.objectContaining({ path })]))
  })

  test('what is no JSON, what lacks `data` and what is too large come in the same form', async () => {
    expect(refusalOf(await postText('village-admin', '{"data": '))).toMatch(/^400/)
    expect(refusalOf(await postText('village-admin', JSON.stringify(ON_BEHALF)))).toBe('400 invalid')
    expect(refusalOf(await postText('village-admin', '"text"'))).toMatch(/^400/)
    const large = JSON.stringify({ data: { ...ON_BEHALF, note: 'x'.repeat(2_000_000) } })
    expect(refusalOf(await postText('village-admin', large))).toMatch(/^413/)
  })

  test('`__proto__` in a form is a key like any other, and no field of this one', async () => {
    const text = JSON.stringify({ data: ON_BEHALF }).replace('"channel"', '"form":{"__proto__":{"x":1}},"channel"')
    const reply = await postText('village-admin', text)
    expect(reply.status).toBeLessThan(500)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test.each(['short', 'x'.repeat(129), 'mit Leerzeichen'])('the key %s is a 400', async (key) => {
    expect(refusalOf(await post('village-admin', ON_BEHALF, { 'Idempotency-Key': key }))).toBe('400 invalid')
  })
})

describe('verbs', () => {
  let order: Order
  let dispatcher: Caller

  beforeAll(async () => {
    dispatcher = await as('county-dispatcher')
    order = await placed()
  })

  test('what is not there and what is not yours are both a 404', async () => {
    const foreign = await as('village-admin-2')
    for (const documentId of [order.documentId, 'zzzzzzzzzzzzzzzzzzzzzzzz', '%00', '..', "'", '1e9']) {
      const path = `/api/dispatch/orders/${documentId}`
      expect((await foreign.get(path)).status).toBe(404)
      expect((await foreign.get(`${path}/suggestions`)).status).toBe(404)
      expect((await foreign.post(`${path}/cancel`, { data: { version: 1, reason: '不是我的' } })).status).toBe(404)
    }
  })

  test.each`
    who                    | verb          | input                                    | refusal
    ${'leader'}            | ${'dispatch'} | ${{ team: DEMO_TEAM }}                   | ${'403 role_not_allowed'}
    ${'points-supervisor'} | ${'cancel'}   | ${{ reason: '改主意' }}                  | ${'403 role_not_allowed'}
    ${'county-editor'}     | ${'archive'}  | ${{}}                                    | ${'403 role_not_allowed'}
    ${'village-admin'}     | ${'pool'}     | ${{}}                                    | ${'403 role_not_allowed'}
    ${'village-admin'}     | ${'dispatch'} | ${{ team: DEMO_TEAM }}                   | ${'403 team_not_yours'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: 'nobody' }}                    | ${'422 team_unknown'}
    ${'county-dispatcher'} | ${'rate'}     | ${{ stars: 5 }}                          | ${'409 wrong_state'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: 9 }}       | ${'409 changed_meanwhile'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: -1 }}      | ${'400 invalid'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: 2 ** 53 }} | ${'400 invalid'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{ team: DEMO_TEAM, version: '1' }}     | ${'400 invalid'}
    ${'county-dispatcher'} | ${'dispatch'} | ${{}}                                    | ${'400 invalid'}
    ${'county-dispatcher'} | ${'cancel'}   | ${{}}                                    | ${'400 invalid'}
  `(
    '$verb by $who with $input: $refusal',
    async ({ who, verb, input, refusal }: { who: string; verb: 'dispatch'; input: object; refusal: string }) => {
      expect(refusalOf(await act(await as(who), order, verb, input))).toBe(refusal)
    },
  )

  test('a verb that there is not is a 404', async () => {
    const reply = await dispatcher.post(`/api/dispatch/orders/${order.documentId}/explode`, { data: { version: 1 } })
    expect(refusalOf(reply)).toBe('404 not_found')
  })

  test('whoever is late is shown the order as it stands now', async () => {
    const { code } = await makeTeam()
    const fresh = await done(dispatcher, await placed(), 'dispatch', { team: code, reason: '就近' })
    const late = await act(dispatcher, { ...fresh, version: 1 }, 'cancel', { reason: '太迟了' })
    expect(refusalOf(late)).toBe('409 changed_meanwhile')
    expect(detailsOf(late)['order']).toEqual(fresh)
  })

  test('a team that is not eligible is refused with its reasons', async () => {
    const { code } = await makeTeam({ siteCode: '640402107' })
    const reply = await act(dispatcher, order, 'dispatch', { team: code, reason: '熟人' })
    expect(refusalOf(reply)).toBe('422 team_not_eligible')
    expect(detailsOf(reply)['because']).toEqual([{ code: 'not_in_lineage', text: expect.any(String) as string }])
  })

  test('nobody sends somebody to the own household', async () => {
    const { code, leader } = await makeTeam({ householdCode: `${VILLAGE}-H005` })
    const own = await placed({ requester: { ...ON_BEHALF.requester, household: `${VILLAGE}-H005` } })
    const reply = await act(dispatcher, own, 'dispatch', { team: code, reason: '熟人' })
    expect(detailsOf(reply)['because']).toMatchObject([{ code: 'own_household' }])
    expect((await leader.get(`/api/dispatch/orders/${own.documentId}`)).status).toBe(404)
  })

  test('evidence that somebody else uploaded, or nobody, is refused and nothing is written', async () => {
    const team = await makeTeam()
    let work = await done(dispatcher, await placed(), 'dispatch', { team: team.code, reason: '就近' })
    for (const verb of ['accept', 'start'] as const) work = await done(team.leader, work, verb)
    const completion = {
      summary: '修好了',
      served: 1,
      hours: 1,
      volunteers: [],
      evidence: ['zzzzzzzzzzzzzzzzzzzzzzzz'],
    }
    expect(refusalOf(await act(team.leader, work, 'complete', completion))).toBe('422 file_unknown')
    expect(await done(team.leader, work, 'complete', { ...completion, evidence: [] })).toMatchObject({
      state: 'completed',
    })
  })
})

describe('the list', () => {
  test.each([
    'filters[requesterPhone]=1',
    'filters[state]=lost',
    'filters[team][code]=x',
    'filters[state][$regex]=x',
    'filters[createdAt][$gt]=yesterday',
    'filters[site]=%00',
    'sort=requesterPhone',
    'sort=createdAt:up',
    'populate=*',
    'pagination[pageSize]=101',
    'pagination[page]=0',
    'pagination[page]=99999999999999999999',
    'fields=id',
  ])('%s is a 400', async (query) => {
    const dispatcher = await as('county-dispatcher')
    expect(refusalOf(await dispatcher.get(`/api/dispatch/orders?${query}`))).toBe('400 invalid')
  })

  test('is filtered, sorted and paged as asked', async () => {
    const dispatcher = await as('county-dispatcher')
    const path =
      '/api/dispatch/orders?filters[state][$in]=placed&filters[state][$in]=rated&filters[site][$startsWith]=640402100'
    const reply = await dispatcher.get(`${path}&sort=createdAt:desc&pagination[pageSize]=3`)
    const orders = dataOf<Order[]>(reply)
    expect(orders.every(({ state, site }) => ['placed', 'rated'].includes(state) && site.code.startsWith(TOWN))).toBe(
      true,
    )
    const instants = orders.map(({ createdAt }) => createdAt)
    expect(instants).toEqual([...instants].sort().reverse())
    const { pagination } = (reply.body as { meta: { pagination: { total: number; pageSize: number } } }).meta
    expect(pagination).toMatchObject({ page: 1, pageSize: 3 })
    const without = await dispatcher.get(`${path}&pagination[withCount]=false`)
    expect((without.body as { meta: unknown }).meta).toEqual({ pagination: { page: 1, pageSize: 25 } })
  })

  test('of the desk has what is urgent and due first', async () => {
    const dispatcher = await as('county-dispatcher')
    const orders = dataOf<Order[]>(
      await dispatcher.get('/api/dispatch/orders?filters[state]=placed&pagination[pageSize]=100'),
    )
    const keys = orders.map(({ urgency, clocks }) => `${urgency === 'urgent' ? 0 : 1} ${clocks.dispatchBy}`)
    expect(keys).toEqual([...keys].sort())
  })

  test.each`
    who                | visible
    ${'town-officer'}  | ${(order: Order) => order.site.code.startsWith(TOWN)}
    ${'village-admin'} | ${(order: Order) => order.site.code.startsWith(VILLAGE)}
    ${'leader'}        | ${(order: Order) => order.site.code.startsWith(TOWN)}
    ${'team-leader'}   | ${(order: Order) => order.team?.code === DEMO_TEAM || order.state === 'pooled'}
    ${'resident'}      | ${(order: Order) => order.requester.household === `${VILLAGE}-H001`}
  `(
    'of $who holds no order of others',
    async ({ who, visible }: { who: string; visible: (order: Order) => boolean }) => {
      const caller = await as(who)
      const orders = dataOf<Order[]>(await caller.get('/api/dispatch/orders?pagination[pageSize]=100'))
      expect(orders.length).toBeGreaterThan(0)
      expect(orders.filter((order) => !visible(order))).toEqual([])
    },
  )

  test.each(['points-reviewer'])('is closed to %s', async (who) => {
    expect((await (await as(who)).get('/api/dispatch/orders')).status).toBe(403)
  })
})

describe('plans, figures and settings', () => {
  test('a plan is made for the own sites only, and applied line by line', async () => {
    const officer = await as('town-officer')
    expect(refusalOf(await officer.post('/api/dispatch/plans', { data: { site: '640402107' } }))).toBe(
      '403 site_not_yours',
    )
    expect(refusalOf(await officer.post('/api/dispatch/plans', { data: { site: 'x' } }))).toBe('422 site_unknown')
    expect(refusalOf(await officer.post('/api/dispatch/plans', { data: { orders: ['zzzz'] } }))).toBe(
      '422 order_unknown',
    )
    expect(refusalOf(await (await as('leader')).post('/api/dispatch/plans', { data: {} }))).toBe('403 role_not_allowed')
    await makeTeam()
    const orders = [await placed(), await placed()]
    const made = await officer.post('/api/dispatch/plans', {
      data: { orders: orders.map(({ documentId }) => documentId) },
    })
    const plan = dataOf<Plan>(made)
    expect(PlanView.parse(plan)).toEqual(plan)
    expect(plan.assignments).toHaveLength(2)
    const lines = plan.assignments.map(({ order, team }) => ({
      order: order.documentId,
      team: team.code,
      version: order.version,
    }))
    const foreign = dataOf<Order[]>(
      await (await as('village-admin-2')).get('/api/dispatch/orders?filters[state]=placed'),
    )[0]
    const bad = { order: foreign?.documentId ?? 'zzzz', team: DEMO_TEAM, version: 1 }
    const applied = await officer.post('/api/dispatch/plans/apply', {
      data: { assignments: [lines[0], bad, lines[0], lines[1]] },
    })
    expect(dataOf(applied)).toEqual([
      { order: lines[0]?.order, ok: true, version: 2 },
      { order: bad.order, ok: false, code: 'not_found' },
      { order: lines[0]?.order, ok: false, code: 'wrong_state' },
      { order: lines[1]?.order, ok: true, version: 2 },
    ])
  })

  test('figures add up, and are of the own sites only', async () => {
    const officer = await as('town-officer')
    const figures = dataOf<Summary>(await officer.get('/api/dispatch/summary'))
    expect(SummaryView.parse(figures)).toEqual(figures)
    expect(figures.site).toEqual({ code: TOWN, name: '三营镇' })
    const states = Object.values(figures.states).reduce((sum, count) => sum + count, 0)
    expect(states).toBe(figures.total)
    const list = await officer.get('/api/dispatch/orders?pagination[pageSize]=1')
    expect((list.body as { meta: { pagination: { total: number } } }).meta.pagination.total).toBe(figures.total)
    const village = dataOf<Summary>(await officer.get(`/api/dispatch/summary?site=${VILLAGE}`))
    const { site, ...line } = figures.below.find((below) => below.site.code === VILLAGE) ?? { site: null }
    expect(site).not.toBeNull()
    expect(village).toMatchObject(line)
    expect(refusalOf(await officer.get('/api/dispatch/summary?site=640402107'))).toBe('403 site_not_yours')
    expect(refusalOf(await officer.get('/api/dispatch/summary?site=nowhere'))).toBe('422 site_unknown')
    expect(refusalOf(await officer.get('/api/dispatch/summary?place=x'))).toBe('400 invalid')
    expect(refusalOf(await (await as('team-leader')).get('/api/dispatch/summary'))).toBe('403 role_not_allowed')
  })

  test('settings are the dispatcher’s, and sound', async () => {
    const dispatcher = await as('county-dispatcher')
    const kept = dataOf<{ clocks: object }>(await dispatcher.get('/api/dispatch/settings'))
    const put = (data: object) => dispatcher.put('/api/dispatch/settings', { data })
    expect(refusalOf(await put({ ...kept, clocks: { ...kept.clocks, acceptHours: -1 } }))).toBe('400 invalid')
    expect(refusalOf(await put({ ...kept, colour: 1 }))).toBe('400 invalid')
    expect(dataOf(await put(kept))).toEqual(kept)
    expect(refusalOf(await (await as('town-officer')).get('/api/dispatch/settings'))).toBe('403 role_not_allowed')
    expect(refusalOf(await (await as('town-officer')).put('/api/dispatch/settings', { data: kept }))).toBe(
      '403 role_not_allowed',
    )
  })
})
