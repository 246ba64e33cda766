import { type Role, type UserActor } from '@practice/kernel'
import { allowedObjectionVerbs, decideFiling, decideObjection, type ObjectionVerb } from '@practice/scoring/domain'
import { actorOf, at, HOUSEHOLD, NOW, OTHER_VILLAGE, recordIn, refusalOf, TOWN, valueOf } from './scoring-fixtures'

const objecting = (by: string | null = null) => ({ reason: '那天他不在村里', by })
const OPEN = { state: 'open', byHousehold: HOUSEHOLD } as const

describe('who objects to a line on notice', () => {
  test.each`
    who                                                      | by          | outcome
    ${actorOf('resident')}                                   | ${null}     | ${null}
    ${actorOf('resident')}                                   | ${'别人'}   | ${null}
    ${actorOf('resident', { siteCode: OTHER_VILLAGE })}      | ${null}     | ${'role_not_allowed'}
    ${actorOf('village-admin')}                              | ${'王老五'} | ${null}
    ${actorOf('village-admin')}                              | ${null}     | ${'by_missing'}
    ${actorOf('village-admin', { siteCode: OTHER_VILLAGE })} | ${'王老五'} | ${'role_not_allowed'}
    ${actorOf('points-supervisor')}                          | ${'王老五'} | ${'role_not_allowed'}
    ${actorOf('points-reviewer')}                            | ${'王老五'} | ${'role_not_allowed'}
    ${actorOf('town-officer')}                               | ${'王老五'} | ${'role_not_allowed'}
  `('$who.role of $who.siteCode, for $by: $outcome', ({ who, by, outcome }) => {
    expect(refusalOf(decideFiling(recordIn('noticed'), objecting(by as string | null), who as UserActor, NOW))).toBe(
      outcome,
    )
  })

  test('a resident objects in their own name, whatever they write', () => {
    const filing = valueOf(
      decideFiling(recordIn('noticed'), objecting('别人'), actorOf('resident', { displayName: '马大姐' }), NOW),
    )
    expect(filing).toMatchObject({ by: '马大姐', byUsername: 'resident', byHousehold: HOUSEHOLD })
  })

  test('the village’s admin enters it for a villager', () => {
    const filing = valueOf(decideFiling(recordIn('noticed'), objecting('王老五'), actorOf('village-admin'), NOW))
    expect(filing).toMatchObject({ by: '王老五', byUsername: 'village-admin', byHousehold: null })
    expect(filing.record).toMatchObject({
      from: 'noticed',
      to: 'held',
      changes: {},
      givesBack: false,
      pendingChange: 0,
    })
    expect(filing.record.event).toMatchObject({ verb: 'object', note: '那天他不在村里', data: { by: '王老五' } })
  })

  test.each`
    record                                            | outcome
    ${recordIn('noticed')}                            | ${null}
    ${recordIn('noticed', { noticeEndsAt: NOW + 1 })} | ${null}
    ${recordIn('noticed', { noticeEndsAt: NOW })}     | ${'notice_over'}
    ${recordIn('held')}                               | ${'already_objected'}
    ${recordIn('posted')}                             | ${'notice_over'}
    ${recordIn('recorded')}                           | ${'wrong_state'}
    ${recordIn('rejected')}                           | ${'wrong_state'}
    ${recordIn('voided')}                             | ${'wrong_state'}
  `('to a $record.state record: $outcome', ({ record, outcome }) => {
    expect(refusalOf(decideFiling(record as ReturnType<typeof recordIn>, objecting(), actorOf('resident'), NOW))).toBe(
      outcome,
    )
  })
})

describe('who decides it', () => {
  const supervisor = (changes: Partial<UserActor> = {}) => actorOf('points-supervisor', changes)
  test.each`
    who                                                   | because                          | outcome
    ${supervisor()}                                       | ${'a supervisor of the village'} | ${null}
    ${supervisor({ siteCode: TOWN })}                     | ${'a supervisor of the town'}    | ${null}
    ${supervisor({ siteCode: OTHER_VILLAGE })}            | ${'of another village'}          | ${'role_not_allowed'}
    ${supervisor({ username: 'village-admin' })}          | ${'who recorded it'}             | ${'own_record'}
    ${supervisor({ householdCode: '640402100207-H009' })} | ${'whose household it is'}       | ${'same_household'}
    ${supervisor({ householdCode: HOUSEHOLD })}           | ${'whose household objects'}     | ${'same_household'}
    ${supervisor({ username: 'points-reviewer' })}        | ${'who approved it'}             | ${'was_reviewer'}
    ${actorOf('points-reviewer')}                         | ${'a reviewer'}                  | ${'role_not_allowed'}
    ${actorOf('village-admin')}                           | ${'the village’s admin'}         | ${'role_not_allowed'}
  `('$because: $outcome', ({ who, outcome }) => {
    for (const verb of ['uphold', 'dismiss'] as const) {
      const decided = decideObjection(OPEN, recordIn('held'), { verb, reason: '查实' }, who as UserActor, NOW)
      expect(refusalOf(decided)).toBe(outcome)
    }
    const allowed = allowedObjectionVerbs(OPEN, recordIn('held'), who as UserActor, NOW)
    expect(allowed).toEqual(outcome === null ? ['uphold', 'dismiss'] : [])
  })

  test('what was decided is not decided again', () => {
    const decided = { ...OPEN, state: 'dismissed' } as const
    for (const record of [recordIn('held'), recordIn('noticed')]) {
      expect(refusalOf(decideObjection(decided, record, { verb: 'uphold', reason: '查实' }, supervisor(), NOW))).toBe(
        'wrong_state',
      )
    }
    expect(allowedObjectionVerbs(decided, recordIn('noticed'), supervisor(), NOW)).toEqual([])
  })
})

describe('what is decided', () => {
  const decide = (verb: ObjectionVerb, now = NOW) =>
    valueOf(
      decideObjection(OPEN, recordIn('held'), { verb, reason: '查实' }, actorOf('points-supervisor' as Role), now),
    )

  test('upheld, the record is void and gives back what it took', () => {
    const { objection, record } = decide('uphold')
    expect(objection).toEqual({
      state: 'upheld',
      decidedBy: 'points-supervisor',
      decidedByName: 'points-supervisor',
      decidedAt: NOW,
      decision: '查实',
    })
    expect(record).toMatchObject({
      from: 'held',
      to: 'voided',
      changes: { closedAt: NOW },
      givesBack: true,
      pendingChange: -10,
    })
  })

  test('dismissed, it stands on notice until the same end, though that be over', () => {
    const { objection, record } = decide('dismiss', at('2026-12-24T10:00'))
    expect(objection.state).toBe('dismissed')
    expect(record).toMatchObject({ from: 'held', to: 'noticed', changes: {}, givesBack: false, pendingChange: 0 })
  })
})
