import { VERBS, type Order, type Verb } from '@practice/dispatch/contracts'
import { DEMO_ACCOUNTS } from '@practice/seeds'
import { as, nobody, onPostgres, type Caller } from '../support/api'
import { act, db, done, makeTeam, placed, refusalOf, uploadPhoto, type TestTeam } from './dispatch-support'

/**
 * The contract's promise to every console: `allowed` is what works. Each account asks for each verb on an order in each
 * state, over HTTP; what is allowed gets as far as the version, what is not is refused for the role or for the state.
 */

const HOUSEHOLD = '640402100207-H001'
const PAST_MS = Date.UTC(2020, 0)
const ON_BEHALF = { reason: '电话回访' }

/** A body that is well formed, so that nothing is refused before the role and the state are looked at. */
const INPUTS: Readonly<Record<Verb, object>> = {
  dispatch: { team: '640402100-T04', reason: '就近' },
  pool: {},
  claim: {},
  accept: {},
  decline: { reason: '人手不足' },
  start: {},
  complete: { summary: '修好了', served: 1, hours: 1, volunteers: [], evidence: [] },
  rate: { stars: 5 },
  rework: { reason: '没有修好' },
  pause: { reason: '群众外出' },
  resume: { reason: '群众回来了' },
  cancel: { reason: '不需要了' },
  archive: {},
}

/** How an order comes to stand in a state, from the one before it. */
const PATHS = {
  placed: [],
  pooled: ['pool'],
  dispatched: ['dispatch'],
  'dispatched, paused': ['dispatch', 'pause'],
  accepted: ['dispatch', 'accept'],
  'accepted, paused': ['dispatch', 'accept', 'pause'],
  started: ['dispatch', 'accept', 'start'],
  'started, paused': ['dispatch', 'accept', 'start', 'pause'],
  completed: ['dispatch', 'accept', 'start', 'complete'],
  'completed, time to rate over': ['dispatch', 'accept', 'start', 'complete', 'late'],
  'rated 5': ['dispatch', 'accept', 'start', 'complete', 'rate'],
  'rated 2': ['dispatch', 'accept', 'start', 'complete', 'rate low'],
  archived: ['dispatch', 'accept', 'start', 'complete', 'rate', 'archive'],
  cancelled: ['cancel'],
} as const
type Standing = keyof typeof PATHS
const STANDINGS = Object.keys(PATHS) as Standing[]

let team: TestTeam
let volunteer: string
const orders = new Map<Standing, Order>()
const callers = new Map<string, Caller>([['nobody', nobody()]])

async function step(order: Order, name: (typeof PATHS)[Standing][number]): Promise<Order> {
  const desk = await as('county-dispatcher')
  switch (name) {
    case 'late':
      await db()('dispatch_orders')
        .where({ document_id: order.documentId })
        .update({ rate_by: onPostgres ? new Date(PAST_MS).toISOString() : PAST_MS })
      return order
    case 'dispatch':
      return done(desk, order, 'dispatch', { team: team.code, reason: '就近' })
    case 'pool':
      return done(desk, order, 'pool', { teams: [team.code] })
    case 'complete': {
      const evidence = [await uploadPhoto('county-dispatcher')]
      await db()('access_file_claims').whereIn('file_id', evidence).update({ uploader: team.username })
      return done(team.leader, order, 'complete', { ...INPUTS.complete, volunteers: [volunteer], evidence })
    }
    case 'rate low':
      return done(desk, order, 'rate', { stars: 2, comment: '还在漏水', onBehalf: ON_BEHALF })
    case 'rate':
      return done(desk, order, 'rate', { stars: 5, onBehalf: ON_BEHALF })
    case 'accept':
    case 'start':
      return done(team.leader, order, name)
    case 'pause':
    case 'archive':
    case 'cancel':
      return done(desk, order, name, INPUTS[name])
  }
}

beforeAll(async () => {
  team = await makeTeam({ capacity: 100 })
  volunteer = await firstVolunteer()
  for (const { username } of DEMO_ACCOUNTS) callers.set(username, await as(username))
  callers.set('the team’s leader', team.leader)
  for (const standing of STANDINGS) {
    let order = await placed({ requester: { name: '马建国', household: HOUSEHOLD } })
    for (const name of PATHS[standing]) order = await step(order, name)
    orders.set(standing, order)
  }
}, 120_000)

async function firstVolunteer(): Promise<string> {
  const row = (await db()('volunteers').first('number')) as { number: string }
  return row.number
}

const NOT_YOURS = ['403 role_not_allowed', '403 own_household']
const NOT_NOW = ['409 wrong_state', '409 paused', '409 not_paused']
/** What the rulebook knows beyond role and state, and what no button is drawn for either. */
const SURELY_REFUSED = ['422 rating_not_low', '422 incomplete']
const NOBODY_SEES = ['401 unauthenticated', '403 role_not_allowed', '404 not_found']

/** Reading is refused in the same words as any verb: whoever does not see an order learns nothing from its verbs. */
async function invisible(caller: Caller, order: Order, refusal: string): Promise<void> {
  expect(NOBODY_SEES).toContain(refusal)
  for (const verb of VERBS)
    expect({ verb, refusal: refusalOf(await act(caller, order, verb, INPUTS[verb])) }).toEqual({ verb, refusal })
}

const ACCOUNTS = [...DEMO_ACCOUNTS.map(({ username }) => username), 'the team’s leader', 'nobody']

describe.each(STANDINGS)('an order that is %s', (standing) => {
  test.each(ACCOUNTS)('is to %s what `allowed` says', async (account) => {
    const caller = callers.get(account)
    const order = orders.get(standing)
    if (caller === undefined || order === undefined) throw new Error('not set up')
    const seen = await caller.get(`/api/dispatch/orders/${order.documentId}`)
    if (seen.status !== 200) return invisible(caller, order, refusalOf(seen))
    const { allowed, version } = (seen.body as { data: Order }).data
    for (const verb of VERBS) {
      const input = verb === 'rate' && account !== 'resident' ? { ...INPUTS.rate, onBehalf: ON_BEHALF } : INPUTS[verb]
      const stale = await act(caller, { ...order, version: version + 1000 }, verb, input)
      if (allowed.includes(verb)) {
        expect({ verb, refusal: refusalOf(stale) }).toEqual({ verb, refusal: '409 changed_meanwhile' })
        continue
      }
      const refusal = refusalOf(await act(caller, { ...order, version }, verb, input))
      expect({ verb, refused: [...NOT_YOURS, ...NOT_NOW, ...SURELY_REFUSED].includes(refusal) }).toEqual({
        verb,
        refused: true,
      })
      if (!SURELY_REFUSED.includes(refusal)) expect({ verb, refusal: refusalOf(stale) }).toEqual({ verb, refusal })
    }
    const after = await caller.get(`/api/dispatch/orders/${order.documentId}`)
    expect((after.body as { data: Order }).data.version).toBe(version)
  })
})

test('every verb is allowed to somebody in some state, so that none of the above held for want of a case', async () => {
  const found = new Set<Verb>()
  for (const order of orders.values()) {
    for (const caller of callers.values()) {
      const seen = await caller.get(`/api/dispatch/orders/${order.documentId}`)
      if (seen.status === 200) for (const verb of (seen.body as { data: Order }).data.allowed) found.add(verb)
    }
  }
  expect([...found].sort()).toEqual([...VERBS].sort())
})
