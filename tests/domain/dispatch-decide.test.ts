import { DAY_MS, type Role, type UserActor } from '@practice/kernel'
import {
  decide,
  missingOnFile,
  ORDER_REFUSAL_STATUS,
  ORDER_REFUSALS,
  type Decision,
  type Facts,
  type Order,
  type OrderRefusal,
  type OrderState,
  type Verb,
  type VerbInputs,
} from '@practice/dispatch/domain'
import { actorOf, commandOf, GOOD_TEAM, HOUSEHOLD, NOW, orderIn, RULES, TEAM, TOWN } from './dispatch-fixtures'

interface Case<V extends Verb> {
  order: Order
  verb: V
  input?: Partial<VerbInputs[V]>
  role: Role
  actor?: Partial<UserActor>
  version?: number
  facts?: Partial<Facts>
}

function run<V extends Verb>({ order, verb, input, role, actor, version, facts }: Case<V>) {
  const command = commandOf(verb, input, version)
  return decide({
    order,
    command,
    actor: actorOf(role, actor),
    now: NOW,
    rules: RULES,
    facts: { ...GOOD_TEAM, ...facts },
  })
}

function refusalOf<V extends Verb>(given: Case<V>): OrderRefusal | null {
  const decision = run(given)
  return decision.ok ? null : decision.code
}

function decisionOf<V extends Verb>(given: Case<V>): Decision {
  const decision = run(given)
  if (!decision.ok) throw new Error(`refused: ${decision.code}`)
  return decision.value
}

describe('who stands nearer wins', () => {
  test('of two refusals the earlier of the list is given', () => {
    const everything = { order: orderIn('archived'), verb: 'dispatch', version: 1, facts: { team: null } } as const
    expect(refusalOf({ ...everything, role: 'resident' })).toBe('role_not_allowed')
    expect(refusalOf({ ...everything, role: 'village-admin', actor: { householdCode: HOUSEHOLD } })).toBe(
      'own_household',
    )
    expect(refusalOf({ ...everything, role: 'village-admin' })).toBe('wrong_state')
    expect(refusalOf({ ...everything, role: 'village-admin', order: orderIn('placed') })).toBe('changed_meanwhile')
    expect(refusalOf({ ...everything, role: 'village-admin', order: orderIn('placed'), version: 7 })).toBe(
      'team_unknown',
    )
  })

  test('every refusal has a status', () => {
    expect(Object.keys(ORDER_REFUSAL_STATUS)).toEqual([...ORDER_REFUSALS])
  })
})

describe('own household', () => {
  test.each`
    role                   | verb          | state
    ${'county-dispatcher'} | ${'dispatch'} | ${'placed'}
    ${'county-dispatcher'} | ${'archive'}  | ${'rated'}
    ${'town-officer'}      | ${'rework'}   | ${'rated'}
    ${'village-admin'}     | ${'rate'}     | ${'completed'}
    ${'village-admin'}     | ${'cancel'}   | ${'placed'}
    ${'team-leader'}       | ${'accept'}   | ${'dispatched'}
  `(
    '$role does not $verb what concerns the own household',
    ({ role, verb, state }: { role: Role; verb: Verb; state: OrderState }) => {
      const order = orderIn(state, { stars: 2, rateBy: NOW })
      expect(refusalOf({ order, verb, role, actor: { householdCode: HOUSEHOLD } })).toBe('own_household')
    },
  )

  test('a resident rates and cancels for the own household', () => {
    expect(refusalOf({ order: orderIn('completed'), verb: 'rate', role: 'resident' })).toBeNull()
    expect(refusalOf({ order: orderIn('placed'), verb: 'cancel', role: 'resident' })).toBeNull()
  })

  test('an order without a household is nobody’s own', () => {
    const order = orderIn('placed', { householdCode: null })
    expect(refusalOf({ order, verb: 'dispatch', role: 'village-admin' })).toBeNull()
  })
})

describe('ownership', () => {
  test.each`
    role                   | actor                           | outcome
    ${'village-admin'}     | ${{ siteCode: '640402100208' }} | ${'role_not_allowed'}
    ${'town-officer'}      | ${{ siteCode: '640402107' }}    | ${'role_not_allowed'}
    ${'town-officer'}      | ${{ siteCode: null }}           | ${'role_not_allowed'}
    ${'county-dispatcher'} | ${{ siteCode: '640403' }}       | ${'role_not_allowed'}
    ${'resident'}          | ${{ householdCode: 'X' }}       | ${'role_not_allowed'}
  `(
    '$role of $actor does not cancel an order of another',
    ({ role, actor, outcome }: { role: Role; actor: Partial<UserActor>; outcome: OrderRefusal }) => {
      expect(refusalOf({ order: orderIn('placed'), verb: 'cancel', role, actor })).toBe(outcome)
    },
  )

  test.each`
    role                   | home              | outcome
    ${'county-dispatcher'} | ${'640402'}       | ${null}
    ${'county-dispatcher'} | ${'640402107200'} | ${null}
    ${'town-officer'}      | ${'640402100208'} | ${null}
    ${'town-officer'}      | ${'640402100'}    | ${null}
    ${'town-officer'}      | ${'640402'}       | ${null}
    ${'town-officer'}      | ${'640402107'}    | ${'team_not_yours'}
    ${'village-admin'}     | ${'640402100207'} | ${null}
    ${'village-admin'}     | ${'640402100'}    | ${'team_not_yours'}
    ${'village-admin'}     | ${'640402'}       | ${'team_not_yours'}
  `(
    '$role sends a team of $home: $outcome',
    ({ role, home, outcome }: { role: Role; home: string; outcome: OrderRefusal | null }) => {
      const facts = { team: { code: TEAM, siteCode: home, obstacles: [] } }
      expect(refusalOf({ order: orderIn('placed'), verb: 'dispatch', role, facts })).toBe(outcome)
    },
  )
})

describe('dispatch', () => {
  const to = (obstacles: Facts['team'], input: Partial<VerbInputs['dispatch']>, firstTeam = TEAM) =>
    run({
      order: orderIn('placed'),
      verb: 'dispatch',
      input,
      role: 'county-dispatcher',
      facts: { team: obstacles, firstTeam },
    })
  const team = (...codes: ('at_capacity' | 'declined_before')[]) => ({
    code: TEAM,
    siteCode: TOWN,
    obstacles: codes.map((code) => ({ code, text: code })),
  })

  test('to a team that is not eligible says why', () => {
    expect(to(team('at_capacity'), { reason: '请求' })).toMatchObject({
      code: 'team_not_eligible',
      details: { because: [{ code: 'at_capacity' }] },
    })
  })

  test('past the first suggestion needs a reason', () => {
    expect(to(team(), {}, 'other')).toMatchObject({ code: 'reason_missing', details: { first: 'other' } })
    expect(to(team(), { reason: '熟悉这户' }, 'other')).toMatchObject({ ok: true })
  })

  test('to a team that declined before needs a reason, and gets no further than that past other obstacles', () => {
    expect(to(team('declined_before'), {}, 'other')).toMatchObject({ code: 'reason_missing' })
    expect(to(team('declined_before'), { reason: '已沟通' }, 'other')).toMatchObject({ ok: true })
    expect(to(team('at_capacity', 'declined_before'), { reason: '已沟通' })).toMatchObject({
      code: 'team_not_eligible',
    })
  })

  test('takes a place of the team, which is counted again when it is written', () => {
    const decision = decisionOf({ order: orderIn('placed'), verb: 'dispatch', role: 'county-dispatcher' })
    expect(decision).toMatchObject({ to: 'dispatched', occupies: TEAM, changes: { teamCode: TEAM, dispatchedAt: NOW } })
    expect(decision.event).toEqual({
      verb: 'dispatch',
      from: 'placed',
      to: 'dispatched',
      note: null,
      data: { first: true },
    })
  })
})

describe('pool and claim', () => {
  const pool = (input: VerbInputs['pool'], eligibleTeams: string[]) =>
    run({ order: orderIn('placed'), verb: 'pool', input, role: 'town-officer', facts: { eligibleTeams } })

  test('invites all who could take it, or those named among them', () => {
    expect(pool({}, ['a', 'b'])).toMatchObject({ value: { invites: ['a', 'b'] } })
    expect(pool({ teams: ['b', 'b'] }, ['a', 'b'])).toMatchObject({ value: { invites: ['b'] } })
  })

  test('is refused for teams that could not, and where nobody could', () => {
    expect(pool({ teams: ['b', 'c'] }, ['a', 'b'])).toMatchObject({
      code: 'team_not_eligible',
      details: { teams: ['c'] },
    })
    expect(pool({}, [])).toMatchObject({ code: 'nobody_eligible' })
  })

  test('a claim gives the order to the leader’s team, if it has a place left', () => {
    const claim = { order: orderIn('pooled'), verb: 'claim', role: 'team-leader' } as const
    expect(decisionOf(claim)).toMatchObject({
      to: 'accepted',
      occupies: TEAM,
      changes: { teamCode: TEAM, acceptedAt: NOW },
    })
    const full = { code: TEAM, siteCode: TOWN, obstacles: [{ code: 'at_capacity' as const, text: '已满' }] }
    expect(refusalOf({ ...claim, facts: { team: full } })).toBe('team_not_eligible')
  })
})

interface RatingCase {
  stars: number
  comment: string | undefined
  role: Role
  reason: string | undefined
  outcome: OrderRefusal | null
}

describe('rating', () => {
  const rate = (stars: number, comment: string | undefined, role: Role, reason?: string) =>
    refusalOf({
      order: orderIn('completed'),
      verb: 'rate',
      role,
      input: { stars, comment, ...(reason === undefined ? {} : { onBehalf: { reason } }) },
    })

  test.each`
    stars | comment       | role               | reason       | outcome
    ${5}  | ${undefined}  | ${'resident'}      | ${undefined} | ${null}
    ${4}  | ${undefined}  | ${'resident'}      | ${undefined} | ${null}
    ${3}  | ${undefined}  | ${'resident'}      | ${undefined} | ${'comment_missing'}
    ${1}  | ${''}         | ${'resident'}      | ${undefined} | ${'comment_missing'}
    ${1}  | ${'还在漏水'} | ${'resident'}      | ${undefined} | ${null}
    ${5}  | ${undefined}  | ${'resident'}      | ${'代评'}    | ${'on_behalf_unexpected'}
    ${5}  | ${undefined}  | ${'village-admin'} | ${undefined} | ${'on_behalf_missing'}
    ${5}  | ${undefined}  | ${'village-admin'} | ${'代评'}    | ${null}
    ${2}  | ${undefined}  | ${'village-admin'} | ${'代评'}    | ${'comment_missing'}
  `(
    '$stars stars by $role, comment $comment, on behalf $reason: $outcome',
    ({ stars, comment, role, reason, outcome }: RatingCase) => {
      expect(rate(stars, comment, role, reason)).toBe(outcome)
    },
  )

  test('tells residents and staff apart', () => {
    const own = decisionOf({ order: orderIn('completed'), verb: 'rate', role: 'resident' })
    expect(own.changes).toMatchObject({ ratedBy: 'resident', stars: 5, rateReason: null })
    const input = { onBehalf: { reason: '电话回访' } }
    const staff = decisionOf({ order: orderIn('completed'), verb: 'rate', role: 'village-admin', input })
    expect(staff.changes).toMatchObject({ ratedBy: 'staff', ratedByUsername: 'village-admin', rateReason: '电话回访' })
  })
})

describe('rework', () => {
  test.each([1, 2, 3])('%i stars can be done again, by the same team, from the start', (stars) => {
    const order = orderIn('rated', { stars, rework: 1 })
    const { to, changes, occupies, event } = decisionOf({ order, verb: 'rework', role: 'county-dispatcher' })
    expect({ to, occupies }).toEqual({ to: 'dispatched', occupies: null })
    expect(changes).toMatchObject({ rework: 2, stars: null, completion: null, acceptBy: NOW + DAY_MS, resolveBy: null })
    expect(changes).not.toHaveProperty('teamCode')
    expect(event.data).toEqual({ round: 2, stars })
  })

  test.each([4, 5, null])('%s stars cannot', (stars) => {
    expect(refusalOf({ order: orderIn('rated', { stars }), verb: 'rework', role: 'county-dispatcher' })).toBe(
      'rating_not_low',
    )
  })
})

describe('archive', () => {
  const rated = orderIn('rated', { stars: 5 })
  const completion = { summary: '修好了', served: 1, hours: 1, volunteers: ['V1'], evidence: ['f1'], at: NOW }

  test.each`
    what            | changes                                            | missing
    ${'nothing'}    | ${{}}                                              | ${[]}
    ${'evidence'}   | ${{ completion: { ...completion, evidence: [] } }} | ${['evidence']}
    ${'summary'}    | ${{ completion: { ...completion, summary: '' } }}  | ${['summary']}
    ${'rating'}     | ${{ stars: null }}                                 | ${['rating']}
    ${'the time'}   | ${{ completedAt: null }}                           | ${['when']}
    ${'the team'}   | ${{ teamCode: null }}                              | ${['who']}
    ${'most of it'} | ${{ completion: null, stars: null }}               | ${['summary', 'evidence', 'rating']}
  `('without $what', ({ changes, missing }: { changes: Partial<Order>; missing: string[] }) => {
    const order = { ...rated, ...changes }
    expect(missingOnFile(order, NOW)).toEqual(missing)
    const archived = run({ order, verb: 'archive', role: 'county-dispatcher' })
    expect(archived).toMatchObject(missing.length === 0 ? { ok: true } : { code: 'incomplete', details: { missing } })
  })

  test('an unrated order only when the time to rate is over, and it stays unrated', () => {
    const order = orderIn('completed', { rateBy: NOW + 1 })
    expect(refusalOf({ order, verb: 'archive', role: 'county-dispatcher' })).toBe('incomplete')
    const over = decisionOf({ order: { ...order, rateBy: NOW }, verb: 'archive', role: 'county-dispatcher' })
    expect(over.event.data).toEqual({ rated: false })
    expect(over.changes).not.toHaveProperty('stars')
  })
})

test('a decline gives the order back without a team and keeps the reason', () => {
  const decision = decisionOf({ order: orderIn('dispatched'), verb: 'decline', role: 'team-leader' })
  expect(decision).toMatchObject({ to: 'placed', changes: { teamCode: null }, event: { note: '人手不足' } })
})

test('a completion keeps what was done and names the files that come to belong to the order', () => {
  const decision = decisionOf({ order: orderIn('started'), verb: 'complete', role: 'team-leader' })
  expect(decision.evidence).toEqual(['f1'])
  expect(decision.changes.completion).toEqual({
    summary: '修好了',
    served: 1,
    hours: 1,
    volunteers: ['V1'],
    evidence: ['f1'],
    at: NOW,
  })
})

test('a completion that names volunteers whom nobody knows is refused with their numbers', () => {
  const refused = run({
    order: orderIn('started'),
    verb: 'complete',
    role: 'team-leader',
    facts: { unknownVolunteers: ['V9'] },
  })
  expect(refused).toMatchObject({ code: 'volunteer_unknown', details: { volunteers: ['V9'] } })
})
