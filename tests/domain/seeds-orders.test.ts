import { DAY_MS, nameOf, parentOf } from '@practice/kernel'
import {
  allowedVerbs,
  missingOnFile,
  OCCUPYING_STATES,
  ORDER_STATES,
  TRANSITIONS,
  VERBS,
  type OrderState,
  type Transition,
  type Verb,
} from '@practice/dispatch/domain'
import { DEMO_ACCOUNTS, DEMO_TEAM } from '../../seeds/src/accounts'
import { sampleOrders } from '../../seeds/src/orders/plan'
import type { ReplayedOrder } from '../../seeds/src/orders/replay'
import { sampleWorld } from '../../seeds/src/orders/world'

const NOW = Date.parse('2026-11-24T07:00:00Z')
const orders = sampleOrders(NOW)
const world = sampleWorld(2026)
const inState = (state: OrderState) => orders.filter(({ order }) => order.state === state)

test('some hundred orders, in every state, of the last sixty days', () => {
  expect(orders.length).toBeGreaterThanOrEqual(300)
  expect(orders.length).toBeLessThanOrEqual(400)
  for (const state of ORDER_STATES) expect([state, inState(state).length > 0]).toEqual([state, true])
  expect(inState('placed').length).toBeGreaterThan(60)
  for (const { order } of orders) {
    expect(order.createdAt).toBeLessThanOrEqual(NOW)
    expect(order.createdAt).toBeGreaterThan(NOW - 61 * DAY_MS)
  }
})

test('the same moment gives the same orders', () => {
  expect(JSON.stringify(sampleOrders(NOW))).toBe(JSON.stringify(orders))
})

test('numbers and documentIds are unique, and ids do not depend on the moment', () => {
  expect(new Set(orders.map(({ draft }) => draft.number)).size).toBe(orders.length)
  const ids = orders.map(({ draft }) => draft.documentId).sort()
  expect(new Set(ids).size).toBe(orders.length)
  const later = sampleOrders(NOW + 100 * DAY_MS).map(({ draft }) => draft.documentId)
  expect(later.sort()).toEqual(ids)
})

test.each(['2026-02-17T02:00:00Z', '2026-06-28T20:30:00Z', '2026-10-04T12:00:00Z', '2027-01-01T00:00:00Z'])(
  'orders can be lived through up to %s, a holiday or a night included',
  (at) => {
    const now = Date.parse(at)
    for (const one of sampleOrders(now)) expect(one.events.at(-1)?.at).toBeLessThanOrEqual(now)
  },
)

/** The rule that an event's verb stands for; null for placing and for what the clocks do. */
const ruleOf = (verb: string): Transition | null =>
  (VERBS as readonly string[]).includes(verb) ? TRANSITIONS[verb as Verb] : null

test('every event follows the one before and the rulebook, and the last one agrees with its order', () => {
  for (const one of orders) checkHistory(one)
})

test('what an order says of itself agrees with its state', () => {
  for (const one of orders) checkOrder(one)
})

function checkHistory({ order, events, draft }: ReplayedOrder): void {
  expect(events[0]).toMatchObject({ verb: 'place', from: null, to: 'placed', at: order.createdAt, version: 1 })
  expect(events.at(-1)?.to).toBe(order.state)
  events.forEach((event, at) => {
    expect(event.sequence).toBe(at + 1)
    const before = events[at - 1]
    if (before === undefined) return
    expect(event.from).toBe(before.to)
    expect(event.at).toBeGreaterThanOrEqual(before.at)
    expect(event.at).toBeLessThanOrEqual(NOW)
    const rule = ruleOf(event.verb)
    if (rule === null) {
      expect([event.from, event.version]).toEqual([event.to, null])
      return
    }
    expect(rule.from).toContain(event.from)
    expect(event.to).toBe(rule.to === 'same' ? event.from : rule.to)
    expect(event.actor.kind === 'user' && rule.by.includes(event.actor.role)).toBe(true)
  })
  const verbs = events.filter((event) => event.version !== null)
  expect(verbs.map((event) => event.version)).toEqual(verbs.map((_, at) => at + 1))
  expect(order.version).toBe(verbs.length)
  expect(draft.placedBy.role === 'resident').toBe(draft.onBehalfReason === null)
}

function checkOrder({ order }: ReplayedOrder): void {
  const { state } = order
  expect(order.teamCode === null).toBe(
    ['placed', 'pooled'].includes(state) || (state === 'cancelled' && order.dispatchedAt === null),
  )
  expect(order.stars === null || order.ratedBy !== null).toBe(true)
  if (state === 'rated') expect(order.stars).not.toBeNull()
  if (state === 'archived') expect(missingOnFile(order, NOW)).toEqual([])
  if (order.stars !== null && order.stars <= 3) expect(order.ratingComment).toBeTruthy()
  if (order.overdue) expect([order.escalation, order.deadline].includes(null)).toBe(false)
  if (order.deadline !== null && order.deadline < NOW - 60_000 && state !== 'completed')
    expect(order.overdue).toBe(true)
}

test('no team has more on its hands than it can carry', () => {
  const loads = new Map<string, number>()
  for (const { order } of orders) {
    if (!(OCCUPYING_STATES as readonly OrderState[]).includes(order.state) || order.teamCode === null) continue
    loads.set(order.teamCode, (loads.get(order.teamCode) ?? 0) + 1)
  }
  for (const team of world.teams) expect(loads.get(team.code) ?? 0).toBeLessThanOrEqual(team.capacity)
  expect(loads.get(DEMO_TEAM)).toBeGreaterThan(0)
  expect(loads.get(DEMO_TEAM)).toBeLessThan(world.teams.find((team) => team.code === DEMO_TEAM)?.capacity ?? 0)
})

test('orders are done by teams of the lineage that have the skill', () => {
  for (const { order, draft } of orders) {
    if (order.teamCode === null) continue
    const team = world.teams.find((one) => one.code === order.teamCode)
    expect(team?.skills).toContain(draft.line.skill)
    expect([draft.siteCode, parentOf(draft.siteCode), '640402']).toContain(team?.siteCode)
  }
})

test('the history shows the whole loop: declines, claims, rework, waiting, overdue, unrated, ratings by both', () => {
  const verbs = new Set(orders.flatMap(({ events }) => events.map((event) => event.verb)))
  expect(verbs).toEqual(new Set(['place', ...VERBS, 'overdue', 'escalate']))
  const archived = inState('archived')
  expect(archived.some(({ order }) => order.stars === null)).toBe(true)
  expect(archived.some(({ order }) => order.rework > 0)).toBe(true)
  expect(new Set(orders.map(({ order }) => order.ratedBy))).toEqual(new Set(['resident', 'staff', null]))
  expect(orders.filter(({ order }) => order.overdue).length).toBeGreaterThan(10)
  expect(orders.filter(({ order }) => (order.stars ?? 5) <= 2).length).toBeGreaterThan(2)
})

test.each`
  username         | verb
  ${'team-leader'} | ${'accept'}
  ${'team-leader'} | ${'start'}
  ${'team-leader'} | ${'complete'}
  ${'resident'}    | ${'rate'}
  ${'resident'}    | ${'cancel'}
`('$username finds an order to $verb', ({ username, verb }: { username: string; verb: Verb }) => {
  const account = DEMO_ACCOUNTS.find((one) => one.username === username)
  if (account === undefined) throw new Error(`no account ${username}`)
  const actor = { kind: 'user', userId: 1, ...account, assignedSiteCodes: [] } as const
  expect(nameOf(actor)).toBe(username)
  const mine = orders.filter(
    ({ order }) => order.teamCode === account.teamCode || order.householdCode === account.householdCode,
  )
  expect(mine.some(({ order }) => allowedVerbs(order, actor, NOW).includes(verb))).toBe(true)
})
