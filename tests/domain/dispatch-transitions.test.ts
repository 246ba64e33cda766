import { ROLES, type Role } from '@practice/kernel'
import { allowedVerbs, decide, ORDER_STATES, VERBS, type OrderState, type Verb } from '@practice/dispatch/domain'
import { actorOf, commandOf, GOOD_TEAM, NOW, orderIn, RULES } from './dispatch-fixtures'

/** The contract's table, written out by hand: which state a verb leads to, from each state that allows it. */
const LEADS_TO: Record<Verb, Partial<Record<OrderState, OrderState>>> = {
  dispatch: { placed: 'dispatched', pooled: 'dispatched' },
  pool: { placed: 'pooled' },
  claim: { pooled: 'accepted' },
  accept: { dispatched: 'accepted' },
  decline: { dispatched: 'placed' },
  start: { accepted: 'started' },
  complete: { started: 'completed' },
  rate: { completed: 'rated' },
  rework: { rated: 'dispatched' },
  pause: { dispatched: 'dispatched', accepted: 'accepted', started: 'started' },
  resume: { dispatched: 'dispatched', accepted: 'accepted', started: 'started' },
  cancel: { placed: 'cancelled', pooled: 'cancelled', dispatched: 'cancelled', accepted: 'cancelled' },
  archive: { completed: 'archived', rated: 'archived' },
}

/** permissions.md, row "order", written out by hand. */
const MAY: Record<Role, Verb[]> = {
  'county-editor': [],
  'county-dispatcher': ['dispatch', 'pool', 'rate', 'rework', 'pause', 'resume', 'cancel', 'archive'],
  'town-officer': ['dispatch', 'pool', 'rate', 'rework', 'pause', 'resume', 'cancel', 'archive'],
  'village-admin': ['dispatch', 'rate', 'cancel'],
  'team-leader': ['claim', 'accept', 'decline', 'start', 'complete', 'pause', 'resume'],
  'points-reviewer': [],
  'points-supervisor': [],
  leader: [],
  resident: ['rate', 'cancel'],
}

/** The order as each verb wants it, so that only role and state are in question. */
function orderFor(verb: Verb, state: OrderState) {
  const paused = verb === 'resume' ? { pausedAt: NOW - 1, acceptBy: NOW, resolveBy: NOW } : {}
  const stars = state === 'rated' ? { stars: 2 } : {}
  // The time to rate is over, so that a completed order may be archived without a rating.
  return orderIn(state, { ...paused, ...stars, rateBy: NOW - 1 })
}

function commandFor(verb: Verb, role: Role) {
  return commandOf(verb, verb === 'rate' && role !== 'resident' ? { onBehalf: { reason: '代评' } } : {})
}

function outcome(verb: Verb, state: OrderState, role: Role): string {
  const order = orderFor(verb, state)
  const actor = actorOf(role)
  const decision = decide({ order, command: commandFor(verb, role), actor, now: NOW, rules: RULES, facts: GOOD_TEAM })
  return decision.ok ? decision.value.to : decision.code
}

const CELLS = VERBS.flatMap((verb) => ORDER_STATES.flatMap((state) => ROLES.map((role) => ({ verb, state, role }))))

test('the table has every cell', () => {
  expect(CELLS).toHaveLength(13 * 9 * 9)
})

test.each(CELLS)('$verb of a $state order by $role', ({ verb, state, role }) => {
  const expected = MAY[role].includes(verb) ? (LEADS_TO[verb][state] ?? 'wrong_state') : 'role_not_allowed'
  expect(outcome(verb, state, role)).toBe(expected)
})

test.each(CELLS)('$role is shown $verb on a $state order exactly when it is allowed', ({ verb, state, role }) => {
  const shown = allowedVerbs(orderFor(verb, state), actorOf(role), NOW).includes(verb)
  expect(shown).toBe(MAY[role].includes(verb) && LEADS_TO[verb][state] !== undefined)
})

const PAUSABLE: OrderState[] = ['dispatched', 'accepted', 'started']
const PAUSED_CELLS = VERBS.flatMap((verb) => PAUSABLE.map((state) => ({ verb, state })))

test.each(PAUSED_CELLS)('$verb of a paused $state order', ({ verb, state }) => {
  const role = ROLES.find((candidate) => MAY[candidate].includes(verb)) ?? 'leader'
  const order = orderIn(state, { pausedAt: NOW - 1, acceptBy: NOW, resolveBy: NOW })
  const command = commandFor(verb, role)
  const decision = decide({ order, command, actor: actorOf(role), now: NOW, rules: RULES, facts: GOOD_TEAM })
  const passes = verb === 'resume' || verb === 'cancel'
  const expected = LEADS_TO[verb][state] === undefined ? 'wrong_state' : passes ? LEADS_TO[verb][state] : 'paused'
  expect(decision.ok ? decision.value.to : decision.code).toBe(expected)
})

test.each(PAUSABLE)('a %s order that is not paused cannot be resumed', (state) => {
  const decision = decide({
    order: orderIn(state),
    command: commandOf('resume'),
    actor: actorOf('team-leader'),
    now: NOW,
    rules: RULES,
    facts: GOOD_TEAM,
  })
  expect(decision).toMatchObject({ ok: false, code: 'not_paused' })
})

test.each([
  { kind: 'public' as const },
  { kind: 'system' as const, because: 'cron' },
  { kind: 'panel' as const, adminId: 1, displayName: 'root' },
])('nobody but a person with a role does a verb: $kind', (actor) => {
  for (const verb of VERBS) {
    const order = orderIn('placed')
    const decision = decide({ order, command: commandOf(verb), actor, now: NOW, rules: RULES, facts: GOOD_TEAM })
    expect(decision).toMatchObject({ ok: false, code: 'role_not_allowed' })
    expect(allowedVerbs(order, actor, NOW)).toEqual([])
  }
})
