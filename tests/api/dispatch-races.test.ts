import { randomUUID } from 'node:crypto'
import type { Order } from '@practice/dispatch/contracts'
import { service } from '@practice/kernel'
import type {} from '@practice/dispatch/services'
import { app, as } from '../support/api'
import {
  act,
  dataOf,
  db,
  detail,
  detailsOf,
  done,
  makeTeam,
  ON_BEHALF,
  placed,
  refusalOf,
  stateAndLastEvent,
} from './dispatch-support'

const DAY_MS = 86_400_000

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

const withStatus = (replies: { status: number }[], status: number) =>
  replies.filter((reply) => reply.status === status).length

describe('one key, one order', () => {
  test('twenty requests with one key at once make one order', async () => {
    const admin = await as('village-admin')
    const key = randomUUID()
    const replies = await times(20, async () =>
      admin.post('/api/dispatch/orders', { data: ON_BEHALF }, { 'Idempotency-Key': key }),
    )
    expect(new Set(replies.map((reply) => dataOf<Order>(reply).documentId)).size).toBe(1)
    expect({ made: withStatus(replies, 201), repeated: withStatus(replies, 200) }).toEqual({ made: 1, repeated: 19 })
  })

  test('a key belongs to one input and one person; a refused request leaves it free', async () => {
    const [admin, officer] = [await as('village-admin'), await as('town-officer')]
    const headers = { 'Idempotency-Key': randomUUID() }
    const post = (caller: typeof admin, changes = {}) =>
      caller.post('/api/dispatch/orders', { data: { ...ON_BEHALF, ...changes } }, headers)
    expect(refusalOf(await post(admin, { serviceItem: 'C99-99' }))).toBe('422 not_offered')
    const first = await post(admin)
    expect(first.status).toBe(201)
    const again = await post(admin)
    expect({ status: again.status, order: dataOf<Order>(again) }).toEqual({ status: 200, order: dataOf<Order>(first) })
    expect(refusalOf(await post(admin, { note: '别的' }))).toBe('409 key_reused')
    const other = await post(officer)
    expect(other.status).toBe(201)
    expect(dataOf<Order>(other).documentId).not.toBe(dataOf<Order>(first).documentId)
  })

  test('numbers are drawn once each', async () => {
    const orders = await times(20, () => placed())
    expect(new Set(orders.map(({ number }) => number)).size).toBe(20)
  })
})

describe('one order, one winner', () => {
  test('of two who dispatch at once one wins, the other sees the order as it stands', async () => {
    const callers = [await as('county-dispatcher'), await as('town-officer')]
    const teams = [await makeTeam(), await makeTeam()]
    for (let round = 0; round < 5; round++) {
      const order = await placed()
      const replies = await times(2, async (index) => {
        const caller = callers[index] ?? callers[0]
        if (caller === undefined) throw new Error('nobody')
        return act(caller, order, 'dispatch', { team: teams[index]?.code, reason: '就近' })
      })
      expect({ won: withStatus(replies, 200), lost: withStatus(replies, 409) }).toEqual({ won: 1, lost: 1 })
      const [winner, loser] = [
        replies.find(({ status }) => status === 200),
        replies.find(({ status }) => status === 409),
      ]
      if (winner === undefined || loser === undefined) throw new Error('one of each')
      expect((detailsOf(loser)['order'] as Order).team).toEqual(dataOf<Order>(winner).team)
      const { row, event } = await stateAndLastEvent(order.documentId)
      expect(row).toEqual(event)
    }
  })

  test('of fifty teams that claim a pooled order at once one gets it, forty-nine a 409', async () => {
    const dispatcher = await as('county-dispatcher')
    const teams = await times(50, () => makeTeam())
    const pooled = await done(dispatcher, await placed(), 'pool', { teams: teams.map(({ code }) => code) })
    expect((await detail(dispatcher, pooled)).pool).toHaveLength(50)
    const replies = await times(50, async (index) => {
      const team = teams[index]
      if (team === undefined) throw new Error('a team is missing')
      return act(team.leader, pooled, 'claim')
    })
    expect({ won: withStatus(replies, 200), lost: withStatus(replies, 409) }).toEqual({ won: 1, lost: 49 })
    const fresh = await detail(dispatcher, pooled)
    expect(fresh).toMatchObject({ state: 'accepted', version: 3 })
    expect(fresh.events.filter(({ verb }) => verb === 'claim')).toHaveLength(1)
    // Whoever comes later is told as well, and told nothing of the order itself.
    const loser = teams.find(({ code }) => code !== fresh.team?.code)
    const late = loser && (await act(loser.leader, pooled, 'claim'))
    expect(late && refusalOf(late)).toBe('409 wrong_state')
    expect(late && detailsOf(late)['order']).toEqual({
      documentId: pooled.documentId,
      number: pooled.number,
      state: 'accepted',
      version: 3,
      allowed: [],
    })
    expect((await loser?.leader.get(`/api/dispatch/orders/${pooled.documentId}`))?.status).toBe(404)
  })
})

test('a team never gets more than it can carry, however many send it at once', async () => {
  const dispatcher = await as('county-dispatcher')
  const team = await makeTeam({ capacity: 3 })
  const orders = await times(12, () => placed())
  const replies = await Promise.all(
    orders.map(async (order) => act(dispatcher, order, 'dispatch', { team: team.code, reason: '就近' })),
  )
  expect({ sent: withStatus(replies, 200), refused: withStatus(replies, 422) }).toEqual({ sent: 3, refused: 9 })
  for (const reply of replies.filter(({ status }) => status === 422)) {
    expect(detailsOf(reply)).toMatchObject({ code: 'team_not_eligible', because: [{ code: 'at_capacity' }] })
  }
  const onHand = await db()('dispatch_orders').where({ team_code: team.code, state: 'dispatched' })
  expect(onHand).toHaveLength(3)
})

describe('sweeps', () => {
  test('of four servers at once each order is claimed once, and goes up step by step', async () => {
    const sweeps = service(app(), 'dispatch', 'sweeps')
    const officer = await as('town-officer')
    const order = await placed()
    // The urgent order has an hour of working time; a week later any calendar has given it that.
    const later = Date.parse(order.createdAt) + 8 * DAY_MS
    await times(4, () => sweeps.run(later))
    const overdue = await detail(officer, order)
    expect(overdue).toMatchObject({ overdue: true, escalation: 'village', version: order.version })
    expect(overdue.events.map(({ verb }) => verb)).toEqual(['place', 'overdue'])
    expect(overdue.events[1]).toMatchObject({
      actor: { role: 'system' },
      data: { clock: 'dispatchBy', escalation: 'village' },
    })

    for (let day = 1; day <= 40; day++) await sweeps.run(later + day * DAY_MS)
    const escalated = await detail(officer, order)
    expect(escalated.escalation).toBe('leader')
    expect(escalated.events.slice(2).map(({ verb, data }) => `${verb} ${String(data['escalation'])}`)).toEqual([
      'escalate town',
      'escalate center',
      'escalate leader',
    ])
    const { row, event } = await stateAndLastEvent(order.documentId)
    expect(row).toEqual(event)

    // What the clocks did has made nobody's form stale.
    const team = await makeTeam()
    const sent = await done(officer, order, 'dispatch', { team: team.code, reason: '督办' })
    expect(sent).toMatchObject({ overdue: false, escalation: null, version: order.version + 1 })
  })

  test('what waits for the resident does not fall due, nor does what nobody rated', async () => {
    const sweeps = service(app(), 'dispatch', 'sweeps')
    const dispatcher = await as('county-dispatcher')
    const team = await makeTeam()
    const waiting = await done(dispatcher, await placed(), 'dispatch', { team: team.code, reason: '就近' })
    await done(dispatcher, waiting, 'pause', { reason: '群众外出' })
    let unrated = await done(dispatcher, await placed(), 'dispatch', { team: team.code, reason: '就近' })
    for (const verb of ['accept', 'start'] as const) unrated = await done(team.leader, unrated, verb)
    const completion = { summary: '修好了', served: 1, hours: 1, volunteers: [], evidence: [] }
    unrated = await done(team.leader, unrated, 'complete', completion)
    await sweeps.run(Date.now() + 90 * DAY_MS)
    for (const order of [waiting, unrated]) expect((await detail(dispatcher, order)).overdue).toBe(false)
  })
})

test('suggestions see at once what a team has on its hands', async () => {
  const dispatcher = await as('county-dispatcher')
  const team = await makeTeam({ capacity: 1 })
  await done(dispatcher, await placed(), 'dispatch', { team: team.code, reason: '就近' })
  const other = await placed()
  const reply = await dispatcher.get(`/api/dispatch/orders/${other.documentId}/suggestions`)
  const mine = dataOf<{ team: { code: string }; eligible: boolean; because?: { code: string }[] }[]>(reply).find(
    ({ team: { code } }) => code === team.code,
  )
  expect(mine).toMatchObject({ eligible: false, because: [{ code: 'at_capacity' }] })
})
