import { as, nobody } from '../support/api'
import type { Order, Suggestion } from '@practice/dispatch/contracts'
import { OrderDetailView, OrderView, SuggestionView } from '@practice/dispatch/contracts'
import {
  act,
  dataOf,
  DEMO_TEAM,
  detail,
  detailsOf,
  done,
  memberOf,
  ON_BEHALF,
  refusalOf,
  stateAndLastEvent,
  uploadPhoto,
} from './dispatch-support'

describe('the closed loop, from placed to archived', () => {
  test('placed on behalf, suggested, dispatched, declined, dispatched again, carried out, rated 2, done again, rated 5, archived', async () => {
    const [admin, dispatcher, leader] = await Promise.all(['village-admin', 'county-dispatcher', 'team-leader'].map(as))
    if (!admin || !dispatcher || !leader) throw new Error('three people are needed')

    const place = await admin.post(
      '/api/dispatch/orders',
      { data: ON_BEHALF },
      { 'Idempotency-Key': `loop-${Date.now()}` },
    )
    expect(place.status).toBe(201)
    let order = dataOf<Order>(place)
    expect(OrderView.parse(order)).toEqual(order)
    expect(order).toMatchObject({
      state: 'placed',
      version: 1,
      site: { name: '老三营村' },
      onBehalf: ON_BEHALF.onBehalf,
    })

    const suggestions = dataOf<Suggestion[]>(
      await dispatcher.get(`/api/dispatch/orders/${order.documentId}/suggestions`),
    )
    for (const suggestion of suggestions) expect(SuggestionView.parse(suggestion)).toEqual(suggestion)
    expect(suggestions.find(({ team }) => team.code === DEMO_TEAM)).toMatchObject({ eligible: true })
    expect(suggestions.some(({ eligible }) => !eligible)).toBe(true)

    order = await done(dispatcher, order, 'dispatch', { team: DEMO_TEAM, reason: '就近' })
    order = await done(leader, order, 'decline', { reason: '今天人手不足' })
    expect(order).toMatchObject({ state: 'placed', team: null })
    expect(refusalOf(await act(dispatcher, order, 'dispatch', { team: DEMO_TEAM }))).toBe('422 reason_missing')
    order = await done(dispatcher, order, 'dispatch', { team: DEMO_TEAM, reason: '已电话沟通,明天可以上门' })
    order = await done(leader, order, 'accept', { arriveBy: '2030-01-01T08:00:00+08:00' })
    order = await done(leader, order, 'start')
    const first = {
      summary: '换了一只水龙头',
      served: 2,
      hours: 1.5,
      volunteers: [await memberOf(DEMO_TEAM)],
      evidence: [await uploadPhoto('team-leader')],
    }
    order = await done(leader, order, 'complete', first)
    const onBehalf = { reason: '电话回访' }
    order = await done(admin, order, 'rate', { stars: 2, comment: '还在漏水', onBehalf })
    expect(order.rating).toMatchObject({ stars: 2, by: 'staff', onBehalf })

    order = await done(dispatcher, order, 'rework', { reason: '没有修好' })
    expect(order).toMatchObject({ state: 'dispatched', rework: 1, rating: null, team: { code: DEMO_TEAM } })
    for (const verb of ['accept', 'start'] as const) order = await done(leader, order, verb)
    order = await done(leader, order, 'complete', {
      ...first,
      summary: '换了总阀',
      evidence: [await uploadPhoto('team-leader')],
    })
    order = await done(admin, order, 'rate', { stars: 5, onBehalf })
    order = await done(dispatcher, order, 'archive')
    expect(order).toMatchObject({ state: 'archived', allowed: [] })

    const whole = await detail(dispatcher, order)
    expect(OrderDetailView.parse(whole)).toEqual(whole)
    expect(whole.events.map(({ verb }) => verb)).toEqual([
      ...['place', 'dispatch', 'decline', 'dispatch', 'accept', 'start', 'complete', 'rate', 'rework'],
      ...['accept', 'start', 'complete', 'rate', 'archive'],
    ])
    expect(whole.events.map(({ from, to }) => ({ from, to }))).toEqual(
      whole.events.map(({ to }, index) => ({ from: whole.events[index - 1]?.to ?? null, to })),
    )
    expect(whole.declinedBy).toMatchObject([{ team: { code: DEMO_TEAM }, reason: '今天人手不足' }])
    expect(whole.completion).toMatchObject({ summary: '换了总阀', evidence: [{ mime: 'image/png' }] })

    for (const verb of ['cancel', 'rework'] as const) {
      expect(refusalOf(await act(dispatcher, order, verb, { reason: '改主意了' }))).toBe('409 wrong_state')
    }
    const { row, event } = await stateAndLastEvent(order.documentId)
    expect(row).toEqual(event)
  })

  test('a resident places, watches and rates for the own household', async () => {
    const [resident, dispatcher, leader] = [
      await as('resident'),
      await as('county-dispatcher'),
      await as('team-leader'),
    ]
    const { onBehalf: _reason, ...body } = ON_BEHALF
    let order = dataOf<Order>(await resident.post('/api/dispatch/orders', { data: { ...body, channel: 'phone' } }))
    expect(order).toMatchObject({ onBehalf: null, requester: { phone: '19900000001', household: '640402100207-H001' } })
    expect(order.allowed).toEqual(['cancel'])
    expect((await detail(dispatcher, order)).requester.phone).toBe('199****0001')

    order = await done(dispatcher, order, 'dispatch', { team: DEMO_TEAM, reason: '就近' })
    for (const verb of ['accept', 'start'] as const) order = await done(leader, order, verb)
    order = await done(leader, order, 'complete', {
      summary: '修好了',
      served: 1,
      hours: 1,
      volunteers: [],
      evidence: [],
    })
    expect(refusalOf(await act(resident, order, 'rate', { stars: 3 }))).toBe('422 comment_missing')
    order = await done(resident, order, 'rate', { stars: 4 })
    expect(order.rating).toMatchObject({ stars: 4, by: 'resident', onBehalf: null })

    const archive = await act(dispatcher, order, 'archive')
    expect(refusalOf(archive)).toBe('422 incomplete')
    expect(detailsOf(archive)['missing']).toEqual(['evidence'])
  })

  test('a pause holds the clock, and only resuming or cancelling goes past it', async () => {
    const [admin, dispatcher] = [await as('village-admin'), await as('county-dispatcher')]
    let order = dataOf<Order>(await admin.post('/api/dispatch/orders', { data: ON_BEHALF }))
    order = await done(dispatcher, order, 'dispatch', { team: DEMO_TEAM, reason: '就近' })
    const before = order.clocks.acceptBy
    order = await done(dispatcher, order, 'pause', { reason: '群众外出' })
    expect(order.clocks.pausedAt).not.toBeNull()
    const leader = await as('team-leader')
    expect(refusalOf(await act(leader, order, 'accept'))).toBe('409 paused')
    expect(refusalOf(await act(leader, order, 'pause', { reason: '再等等' }))).toBe('409 paused')
    order = await done(leader, order, 'resume', { reason: '群众回来了' })
    expect(Date.parse(order.clocks.acceptBy ?? '')).toBeGreaterThanOrEqual(Date.parse(before ?? ''))
    expect(refusalOf(await act(leader, order, 'resume', { reason: '再来' }))).toBe('409 not_paused')
    order = await done(dispatcher, order, 'pause', { reason: '群众又外出' })
    expect(await done(admin, order, 'cancel', { reason: '不需要了' })).toMatchObject({ state: 'cancelled' })
  })
})

test('nobody without a token gets anywhere', async () => {
  for (const path of ['orders', 'orders/abc', 'summary', 'settings']) {
    expect((await nobody().get(`/api/dispatch/${path}`)).status).toBe(401)
  }
  expect((await nobody().post('/api/dispatch/orders', { data: ON_BEHALF })).status).toBe(401)
})
