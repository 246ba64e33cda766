import { ROLES, type Actor, type Role, type UserActor } from '@practice/kernel'
import {
  actOn,
  admitsRecord,
  allowedVerbs,
  decidePosting,
  decideRecord,
  RECORD_ACTS,
  RECORD_STATES,
  type RecordAct,
  type RecordState,
  type RecordVerb,
} from '@practice/scoring/domain'
import {
  actorOf,
  at,
  CARD,
  DISTRICT,
  NOW,
  ofTheirs,
  OTHER_VILLAGE,
  recordIn,
  refusalOf,
  TOWN,
  valueOf,
} from './scoring-fixtures'

const SYSTEM: Actor = { kind: 'system', because: 'posting' }
/** An instant at which the fixture's notice is over. */
const AFTER = at('2026-11-30T00:00')

/** Where each act leads to, from each state that allows it, written out by hand (domain.md, points). */
const LEADS_TO: Record<RecordAct, Partial<Record<RecordState, RecordState>>> = {
  approve: { recorded: 'noticed' },
  reject: { recorded: 'rejected' },
  withdraw: { recorded: 'withdrawn' },
  object: { noticed: 'held' },
  uphold: { held: 'voided' },
  dismiss: { held: 'noticed' },
  post: { noticed: 'posted' },
  reverse: { posted: 'voided' },
}

/** permissions.md, row "record", written out by hand. */
const MAY: Record<Role, RecordAct[]> = {
  'county-editor': [],
  'county-dispatcher': [],
  'town-officer': [],
  'village-admin': ['withdraw', 'object'],
  'team-leader': [],
  'points-reviewer': ['approve', 'reject'],
  'points-supervisor': ['uphold', 'dismiss', 'post', 'reverse'],
  leader: [],
  resident: ['object'],
}

/** What is said instead of `wrong_state` to who objects where no objection is possible any more. */
const TOO_LATE: Partial<Record<RecordState, string>> = { held: 'already_objected', posted: 'notice_over' }

const CELLS = RECORD_ACTS.flatMap((act) =>
  RECORD_STATES.flatMap((state) => ROLES.map((role) => ({ act, state, role }))),
)

/** When the act can be done at all: one posts when the notice is over, everything else happens while it runs. */
const timeOf = (act: RecordAct) => (act === 'post' ? AFTER : NOW)

test('the table has every cell', () => {
  expect(CELLS).toHaveLength(8 * 7 * 9)
})

test.each(CELLS)('$act of a $state record by $role', ({ act, state, role }) => {
  const record = recordIn(state)
  const admitted = admitsRecord(record, act, actorOf(role), timeOf(act))
  const outcome = admitted.ok ? actOn(record, { act, actor: actorOf(role), now: NOW, note: null }).to : admitted.code
  const late = act === 'object' ? TOO_LATE[state] : undefined
  const may = MAY[role].includes(act)
  expect(outcome).toBe(!may ? 'role_not_allowed' : (LEADS_TO[act][state] ?? late ?? 'wrong_state'))
})

test.each(RECORD_STATES.flatMap((state) => ROLES.map((role) => ({ state, role }))))(
  'of a $state record $role is shown what works',
  ({ state, role }) => {
    const works = (['approve', 'reject', 'withdraw', 'object'] as const).filter(
      (verb) => MAY[role].includes(verb) && LEADS_TO[verb][state] !== undefined,
    )
    expect(allowedVerbs(recordIn(state), actorOf(role), NOW)).toEqual(works)
  },
)

describe('hands off: whoever recorded it, whose household it is, who reviewed it', () => {
  const self = (role: Role): UserActor => actorOf(role, { username: 'village-admin' })
  const reviewer = (role: Role): UserActor => actorOf(role, { username: 'points-reviewer' })
  test.each`
    act           | who                              | because                            | outcome
    ${'approve'}  | ${self('points-reviewer')}       | ${'the recorder reviews'}          | ${'own_record'}
    ${'reject'}   | ${self('points-reviewer')}       | ${'the recorder reviews'}          | ${'own_record'}
    ${'approve'}  | ${ofTheirs('points-reviewer')}   | ${'the household reviews'}         | ${'same_household'}
    ${'reject'}   | ${ofTheirs('points-reviewer')}   | ${'the household reviews'}         | ${'same_household'}
    ${'approve'}  | ${actorOf('points-reviewer')}    | ${'somebody else reviews'}         | ${null}
    ${'withdraw'} | ${self('village-admin')}         | ${'the recorder withdraws'}        | ${null}
    ${'withdraw'} | ${ofTheirs('village-admin')}     | ${'the household withdraws'}       | ${'same_household'}
    ${'object'}   | ${ofTheirs('resident')}          | ${'the household objects'}         | ${null}
    ${'object'}   | ${self('village-admin')}         | ${'the recorder enters it'}        | ${null}
    ${'uphold'}   | ${self('points-supervisor')}     | ${'the recorder decides'}          | ${'own_record'}
    ${'dismiss'}  | ${self('points-supervisor')}     | ${'the recorder decides'}          | ${'own_record'}
    ${'uphold'}   | ${ofTheirs('points-supervisor')} | ${'the household decides'}         | ${'same_household'}
    ${'dismiss'}  | ${ofTheirs('points-supervisor')} | ${'the household decides'}         | ${'same_household'}
    ${'uphold'}   | ${reviewer('points-supervisor')} | ${'the reviewer decides'}          | ${'was_reviewer'}
    ${'dismiss'}  | ${reviewer('points-supervisor')} | ${'the reviewer decides'}          | ${'was_reviewer'}
    ${'dismiss'}  | ${actorOf('points-supervisor')}  | ${'somebody else decides'}         | ${null}
    ${'reverse'}  | ${ofTheirs('points-supervisor')} | ${'the household reverses'}        | ${'same_household'}
    ${'post'}     | ${ofTheirs('points-supervisor')} | ${'all notices of the site close'} | ${null}
  `('$act, $because: $outcome', ({ act, who, outcome }) => {
    const from = Object.keys(LEADS_TO[act as RecordAct])[0] as RecordState
    const admitted = admitsRecord(recordIn(from), act as RecordAct, who as UserActor, timeOf(act as RecordAct))
    expect(refusalOf(admitted)).toBe(outcome)
  })

  test('also the household of who objected', () => {
    const objector = '640402100207-H050'
    const supervisor = actorOf('points-supervisor', { householdCode: objector })
    expect(refusalOf(admitsRecord(recordIn('held'), 'uphold', supervisor, NOW, objector))).toBe('same_household')
    expect(refusalOf(admitsRecord(recordIn('held'), 'uphold', supervisor, NOW, null))).toBeNull()
  })

  test('an account without a household is of nobody’s', () => {
    expect(refusalOf(admitsRecord(recordIn('held'), 'uphold', actorOf('points-supervisor'), NOW, null))).toBeNull()
  })

  test('earlier wins: role, own record, household, then the state', () => {
    const posted = recordIn('posted', { recordedBy: 'x' })
    const both = ofTheirs('points-reviewer', { username: 'x' })
    expect(refusalOf(admitsRecord(posted, 'approve', ofTheirs('resident', { username: 'x' }), NOW))).toBe(
      'role_not_allowed',
    )
    expect(refusalOf(admitsRecord(posted, 'approve', both, NOW))).toBe('own_record')
    expect(refusalOf(admitsRecord(posted, 'approve', { ...both, username: 'y' }, NOW))).toBe('same_household')
    expect(refusalOf(admitsRecord(posted, 'approve', actorOf('points-reviewer'), NOW))).toBe('wrong_state')
  })
})

test.each`
  role                 | site             | may
  ${'points-reviewer'} | ${OTHER_VILLAGE} | ${false}
  ${'points-reviewer'} | ${TOWN}          | ${true}
  ${'points-reviewer'} | ${DISTRICT}      | ${true}
  ${'points-reviewer'} | ${null}          | ${false}
`('$role of $site approves here: $may', ({ role, site, may }) => {
  const actor = actorOf(role as Role, { siteCode: site as string | null })
  expect(admitsRecord(recordIn('recorded'), 'approve', actor, NOW).ok).toBe(may)
})

test('nobody in particular does nothing, the system posts only', () => {
  for (const act of RECORD_ACTS) {
    const record = recordIn(Object.keys(LEADS_TO[act])[0] as RecordState)
    expect(refusalOf(admitsRecord(record, act, { kind: 'public' }, timeOf(act)))).toBe('role_not_allowed')
    expect(admitsRecord(record, act, SYSTEM, timeOf(act)).ok).toBe(act === 'post')
  }
})

describe('a verb decided', () => {
  const decided = (verb: RecordVerb, actor: UserActor, points = 10) =>
    valueOf(
      decideRecord({ record: recordIn('recorded', { points }), verb, reason: '属实', actor, now: NOW, noticeDays: 5 }),
    )
  const reviewer = actorOf('points-reviewer', { displayName: '王评议', householdCode: '640402100207-H077' })

  test('approved, it stands on notice until the end of the fifth day, and says who approved it', () => {
    const until = at('2026-11-30T00:00')
    expect(decided('approve', reviewer)).toEqual({
      from: 'recorded',
      to: 'noticed',
      changes: {
        reviewedBy: 'points-reviewer',
        reviewedByName: '王评议',
        reviewedByHousehold: '640402100207-H077',
        reviewedAt: NOW,
        reviewReason: '属实',
        noticeEndsAt: until,
      },
      event: {
        verb: 'approve',
        from: 'recorded',
        to: 'noticed',
        actor: 'points-reviewer',
        actorName: '王评议',
        actorRole: 'points-reviewer',
        at: NOW,
        note: '属实',
        data: { noticeEndsAt: '2026-11-29T16:00:00.000Z' },
      },
      givesBack: false,
      pendingChange: 0,
    })
  })

  test.each`
    verb          | actor                       | changes                                             | pendingChange
    ${'reject'}   | ${reviewer}                 | ${{ reviewedBy: 'points-reviewer', closedAt: NOW }} | ${-10}
    ${'withdraw'} | ${actorOf('village-admin')} | ${{ closedAt: NOW }}                                | ${-10}
  `('$verb ends it, and gives its cap and its budget back', ({ verb, actor, changes, pendingChange }) => {
    const decision = decided(verb as RecordVerb, actor as UserActor)
    expect(decision).toMatchObject({ changes, givesBack: true, pendingChange })
    expect(decision.changes.noticeEndsAt).toBeUndefined()
  })

  test('a deduction was never on its way to a card', () => {
    expect(decided('reject', reviewer, -10).pendingChange).toBe(0)
  })

  test('a refusal says how it stands', () => {
    const refused = decideRecord({
      record: recordIn('posted'),
      verb: 'withdraw',
      reason: '记错',
      actor: actorOf('village-admin'),
      now: NOW,
      noticeDays: 5,
    })
    expect(refused).toMatchObject({ code: 'wrong_state', details: { state: 'posted', from: ['recorded'] } })
  })
})

describe('the end of a notice', () => {
  const ends = at('2026-11-30T00:00')
  test.each`
    now         | posted           | objected
    ${ends - 1} | ${'wrong_state'} | ${null}
    ${ends}     | ${null}          | ${'notice_over'}
    ${ends + 1} | ${null}          | ${'notice_over'}
  `('at $now one objects ($objected) or it is posted ($posted), never both', ({ now, posted, objected }) => {
    const record = recordIn('noticed')
    expect(refusalOf(admitsRecord(record, 'post', SYSTEM, now as number))).toBe(posted)
    expect(refusalOf(admitsRecord(record, 'object', actorOf('resident'), now as number))).toBe(objected)
  })

  test.each`
    card                                 | to          | data
    ${{ number: CARD, state: 'active' }} | ${'posted'} | ${{ card: CARD }}
    ${{ number: CARD, state: 'frozen' }} | ${'posted'} | ${{ card: CARD }}
    ${{ number: CARD, state: 'closed' }} | ${'voided'} | ${{ because: 'card_closed' }}
    ${null}                              | ${'voided'} | ${{ because: 'card_closed' }}
  `('what stands is $to when the card is $card', ({ card, to, data }) => {
    const decision = valueOf(decidePosting(recordIn('noticed'), card as never, SYSTEM, ends))
    expect(decision).toMatchObject({ from: 'noticed', to, changes: { closedAt: ends }, pendingChange: -10 })
    expect(decision.givesBack).toBe(to === 'voided')
    expect(decision.event).toMatchObject({ verb: 'post', to, data, actor: 'system:posting', actorRole: 'system' })
  })

  test('instants of refusals are written as the contract writes them', () => {
    const late = admitsRecord(recordIn('noticed'), 'object', actorOf('resident'), ends)
    expect(late).toMatchObject({ details: { noticeEndsAt: '2026-11-29T16:00:00.000Z' } })
  })

  test('a held line is not posted, however late', () => {
    expect(refusalOf(decidePosting(recordIn('held'), { number: CARD, state: 'active' }, SYSTEM, ends + 1))).toBe(
      'wrong_state',
    )
  })
})

test('what is posted and reversed is void: its points are no longer on their way, its cap is free again', () => {
  const decision = actOn(recordIn('posted'), {
    act: 'reverse',
    actor: actorOf('points-supervisor'),
    now: NOW,
    note: '记错',
  })
  expect(decision).toMatchObject({ from: 'posted', to: 'voided', givesBack: true, pendingChange: 0 })
})
