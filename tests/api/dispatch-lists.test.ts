import type { Order, Plan, Summary } from '@practice/dispatch/contracts'
import { PlanView, SummaryView } from '@practice/dispatch/contracts'
import { as } from '../support/api'
import { dataOf, DEMO_TEAM, makeTeam, placed, refusalOf, TOWN, VILLAGE } from './dispatch-support'

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
