import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, ROLES, type Actor } from '@practice/kernel'
import {
  afterTaking,
  capKeyOf,
  checkRecording,
  exceedsCap,
  spanHours,
  type ActivitySource,
  type OrderSource,
  type RecordingFacts,
  type RecordingInput,
} from '@practice/scoring/domain'
import {
  actorOf,
  at,
  CARD,
  DISTRICT,
  NOTHING_FILED,
  NOW,
  ofTheirs,
  OTHER_VILLAGE,
  RECORDING,
  RECORDING_CARD,
  RECORDING_FACTS,
  refusalOf,
  RULE,
  THEIRS,
  TOWN,
  valueOf,
  VILLAGE,
} from './scoring-fixtures'

interface Case {
  actor?: Actor
  input?: Partial<RecordingInput>
  facts?: Partial<RecordingFacts>
}

function check({ actor = actorOf('village-admin'), input = {}, facts = {} }: Case) {
  return checkRecording(actor, { ...RECORDING, ...input }, { ...RECORDING_FACTS, ...facts }, NOW)
}

const refused = (given: Case) => refusalOf(check(given))
const card = (changes: Partial<typeof RECORDING_CARD>) => ({ card: { ...RECORDING_CARD, ...changes } })
const rule = (changes: Partial<typeof RULE>) => ({ rule: { ...RULE, ...changes } })

test('a score is worth its rule, times its quantity, in the month in which it was done', () => {
  expect(valueOf(check({ input: { quantity: 3 } }))).toEqual({
    quantity: 3,
    points: 30,
    month: '2026-11',
    member: null,
    cap: { key: `${THEIRS}|R6-01|2026-11`, cap: 200, points: 30, usedAfter: 30 },
  })
  expect(valueOf(check({ facts: rule({ capPerMonth: null }) }))).toMatchObject({ quantity: 1, points: 10, cap: null })
})

test('a deduction is below zero, and counts under its cap like a reward', () => {
  const facts = { ...rule({ kind: 'deduction', points: 5, capPerMonth: 20 }), deductionsCount: true, capUsed: 5 }
  expect(valueOf(check({ input: { quantity: 2 }, facts }))).toMatchObject({
    points: -10,
    cap: { points: 10, usedAfter: 15 },
  })
})

describe('who records', () => {
  test.each(ROLES)('%s', (role) => {
    expect(refused({ actor: actorOf(role) })).toBe(role === 'village-admin' ? null : 'role_not_allowed')
  })

  test.each`
    because                             | given                                                      | outcome
    ${'there is no such card'}          | ${{ facts: { card: null } }}                               | ${'card_unknown'}
    ${'the card is not theirs to see'}  | ${{ facts: card({ visible: false }) }}                     | ${'card_unknown'}
    ${'the card is of another village'} | ${{ facts: card({ siteCode: OTHER_VILLAGE }) }}            | ${'role_not_allowed'}
    ${'an admin of the town'}           | ${{ actor: actorOf('village-admin', { siteCode: TOWN }) }} | ${null}
    ${'nobody in particular'}           | ${{ actor: { kind: 'public' } }}                           | ${'role_not_allowed'}
    ${'the own household'}              | ${{ actor: ofTheirs('village-admin') }}                    | ${'same_household'}
    ${'the card is closed'}             | ${{ facts: card({ state: 'closed' }) }}                    | ${'card_closed'}
    ${'the card is frozen'}             | ${{ facts: card({ state: 'frozen' }) }}                    | ${'card_frozen'}
  `('$because: $outcome', ({ given, outcome }) => {
    expect(refused(given as Case)).toBe(outcome)
  })

  test('of a card that was replaced one learns its successor', () => {
    const facts = card({ state: 'closed', replacedBy: `${VILLAGE}-0002` })
    expect(check({ facts })).toMatchObject({ details: { card: CARD, replacedBy: `${VILLAGE}-0002` } })
  })
})

describe('what is recorded, and when it was done', () => {
  const deduction = rule({ kind: 'deduction' })
  test.each`
    because                         | given                                                    | outcome
    ${'the set has no such rule'}   | ${{ facts: { rule: null } }}                             | ${'rule_unknown'}
    ${'the rule is out of use'}     | ${{ facts: rule({ active: false }) }}                    | ${'rule_inactive'}
    ${'no deductions here'}         | ${{ facts: deduction }}                                  | ${'deductions_off'}
    ${'the village turned them on'} | ${{ facts: { ...deduction, deductionsCount: true } }}    | ${null}
    ${'just now'}                   | ${{ input: { occurredAt: NOW } }}                        | ${null}
    ${'in a moment'}                | ${{ input: { occurredAt: NOW + 1 } }}                    | ${'occurred_in_future'}
    ${'a year ago'}                 | ${{ input: { occurredAt: at('2025-11-24T10:00') } }}     | ${null}
    ${'more than a year ago'}       | ${{ input: { occurredAt: at('2025-11-24T10:00') - 1 } }} | ${'occurred_too_early'}
    ${'somebody of the household'}  | ${{ input: { member: '马小兰' } }}                       | ${null}
    ${'nobody of the household'}    | ${{ input: { member: '王二' } }}                         | ${'member_unknown'}
  `('$because: $outcome', ({ given, outcome }) => {
    expect(refused(given as Case)).toBe(outcome)
  })

  test('a person’s card is that person’s', () => {
    const facts = card({ member: '马建国', holderKey: `${THEIRS}#马建国` })
    expect(valueOf(check({ facts }))).toMatchObject({
      member: '马建国',
      cap: { key: `${THEIRS}#马建国|R6-01|2026-11` },
    })
    expect(refused({ facts, input: { member: '马小兰' } })).toBe('member_unknown')
  })
})

describe('evidence', () => {
  const PHOTO = { files: 1, images: 1, unknown: [] }
  const PDF = { files: 1, images: 0, unknown: [] }
  const order: OrderSource = { type: 'order', siteCode: VILLAGE, label: '2026-0001', archived: true, usedBy: null }
  const activity: ActivitySource = {
    type: 'activity',
    siteCode: TOWN,
    label: '义务植树',
    startsAt: at('2026-11-20T08:00'),
    endsAt: at('2026-11-20T11:00'),
  }
  const of = (source: OrderSource | ActivitySource): Case => ({
    input: { source: { type: source.type, documentId: 's1' } },
    facts: { source },
  })

  test.each`
    asks          | filed            | source      | outcome
    ${'none'}     | ${NOTHING_FILED} | ${null}     | ${null}
    ${'photo'}    | ${NOTHING_FILED} | ${null}     | ${'evidence_missing'}
    ${'photo'}    | ${PDF}           | ${null}     | ${'evidence_missing'}
    ${'photo'}    | ${PHOTO}         | ${null}     | ${null}
    ${'document'} | ${NOTHING_FILED} | ${null}     | ${'evidence_missing'}
    ${'document'} | ${PDF}           | ${null}     | ${null}
    ${'document'} | ${PHOTO}         | ${null}     | ${null}
    ${'order'}    | ${PHOTO}         | ${null}     | ${'evidence_missing'}
    ${'order'}    | ${NOTHING_FILED} | ${activity} | ${'evidence_missing'}
    ${'order'}    | ${NOTHING_FILED} | ${order}    | ${null}
    ${'activity'} | ${PHOTO}         | ${null}     | ${'evidence_missing'}
    ${'activity'} | ${NOTHING_FILED} | ${order}    | ${'evidence_missing'}
    ${'activity'} | ${NOTHING_FILED} | ${activity} | ${null}
    ${'photo'}    | ${PHOTO}         | ${order}    | ${null}
  `(
    '$asks, with $filed.files files, $filed.images pictures, source $source.type: $outcome',
    ({ asks, filed, source, outcome }) => {
      const sourced = source === null ? {} : of(source as OrderSource)
      const facts = { ...sourced.facts, ...rule({ evidence: asks as 'photo' }), evidence: filed as typeof PHOTO }
      const result = check({ ...sourced, facts })
      expect(refusalOf(result)).toBe(outcome)
      if (outcome === 'evidence_missing') expect(result).toMatchObject({ details: { needs: asks } })
    },
  )

  test('a file that is not there is named, before it is missed', () => {
    const evidence = { files: 0, images: 0, unknown: ['f9'] }
    expect(check({ facts: { ...rule({ evidence: 'photo' }), evidence } })).toMatchObject({
      code: 'file_unknown',
      details: { files: ['f9'] },
    })
  })

  test.each`
    because                              | source                                      | outcome
    ${'an order of the village'}         | ${order}                                    | ${null}
    ${'an order of a point of it'}       | ${{ ...order, siteCode: `${VILLAGE}-01` }}  | ${null}
    ${'an order of the town'}            | ${{ ...order, siteCode: TOWN }}             | ${null}
    ${'an order of another village'}     | ${{ ...order, siteCode: OTHER_VILLAGE }}    | ${'source_unknown'}
    ${'an order under way'}              | ${{ ...order, archived: false }}            | ${'source_not_archived'}
    ${'an order that was counted'}       | ${{ ...order, usedBy: '2026-0009' }}        | ${'source_used'}
    ${'an activity of the district'}     | ${{ ...activity, siteCode: DISTRICT }}      | ${null}
    ${'an activity of another village'}  | ${{ ...activity, siteCode: OTHER_VILLAGE }} | ${'source_unknown'}
    ${'an activity that has just ended'} | ${{ ...activity, endsAt: NOW }}             | ${null}
    ${'an activity that goes on'}        | ${{ ...activity, endsAt: NOW + 1 }}         | ${'source_not_over'}
  `('$because: $outcome', ({ source, outcome }) => {
    expect(refused(of(source as OrderSource))).toBe(outcome)
  })

  test('a source that is not there, or is of the other kind, is unknown', () => {
    const named = { source: { type: 'order' as const, documentId: 's1' } }
    expect(refused({ input: named })).toBe('source_unknown')
    expect(refused({ input: named, facts: { source: activity } })).toBe('source_unknown')
  })

  test.each`
    minutes | quantity | outcome
    ${180}  | ${3}     | ${null}
    ${180}  | ${4}     | ${'hours_beyond_span'}
    ${150}  | ${3}     | ${null}
    ${150}  | ${4}     | ${'hours_beyond_span'}
    ${20}   | ${1}     | ${null}
    ${20}   | ${2}     | ${'hours_beyond_span'}
  `('$quantity hours of an activity of $minutes minutes: $outcome', ({ minutes, quantity, outcome }) => {
    const source = { ...activity, endsAt: activity.startsAt + ((minutes as number) * HOUR_MS) / 60 }
    const given = of(source)
    expect(refused({ ...given, input: { ...given.input, quantity: quantity as number } })).toBe(outcome)
  })

  test('an activity without a length is worth an hour', () => {
    expect(spanHours({ startsAt: NOW, endsAt: NOW })).toBe(1)
  })
})

describe('caps', () => {
  test.each`
    used   | quantity | outcome
    ${0}   | ${20}    | ${null}
    ${0}   | ${21}    | ${'cap_reached'}
    ${190} | ${1}     | ${null}
    ${191} | ${1}     | ${'cap_reached'}
    ${200} | ${1}     | ${'cap_reached'}
  `('of 200 points, $used are used: $quantity more: $outcome', ({ used, quantity, outcome }) => {
    const result = check({ input: { quantity: quantity as number }, facts: { capUsed: used as number } })
    expect(refusalOf(result)).toBe(outcome)
    if (outcome !== null) {
      expect(result).toMatchObject({ details: { cap: 200, used, points: (quantity as number) * 10 } })
    }
  })

  test('count by holder, rule and month of China', () => {
    const end = at('2026-11-30T23:59')
    expect(capKeyOf(THEIRS, 'R6-01', end)).toBe(`${THEIRS}|R6-01|2026-11`)
    expect(capKeyOf(THEIRS, 'R6-01', end + HOUR_MS)).toBe(`${THEIRS}|R6-01|2026-12`)
    expect(capKeyOf(THEIRS, 'R6-01', end + DAY_MS * 40)).toBe(`${THEIRS}|R6-01|2027-01`)
  })

  test('whatever is taken and given back, what stands never exceeds the cap', () => {
    const step = fc.record({ take: fc.boolean(), points: fc.integer({ min: -30, max: 30 }) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.array(step, { maxLength: 50 }), (cap, steps) => {
        const standing: number[] = []
        const used = () => standing.reduce((sum, points) => afterTaking(sum, points), 0)
        for (const { take, points } of steps) {
          const fits = used() + Math.abs(points) <= cap
          expect(exceedsCap({ cap, used: used(), points })).toBe(!fits)
          if (take && fits) standing.push(points)
          else if (!take) standing.pop()
          expect(used()).toBeLessThanOrEqual(cap)
        }
      }),
    )
  })
})

test('earlier wins, all the way down', () => {
  const order: OrderSource = { type: 'order', siteCode: VILLAGE, label: '1', archived: false, usedBy: 'x' }
  const input: Partial<RecordingInput> = {
    occurredAt: NOW + 1,
    source: { type: 'order', documentId: 's1' },
    member: '王二',
    quantity: 99,
  }
  const facts: RecordingFacts = {
    card: { ...RECORDING_CARD, visible: false, state: 'closed' },
    rule: { ...RULE, active: false, kind: 'deduction', evidence: 'photo' },
    deductionsCount: false,
    evidence: { files: 0, images: 0, unknown: ['f9'] },
    source: null,
    members: [],
    capUsed: 200,
  }
  /** Each line mends what the line before was refused for. */
  const MENDED: [string | null, Case][] = [
    ['card_unknown', {}],
    ['role_not_allowed', { facts: { card: { ...RECORDING_CARD, state: 'closed' } } }],
    ['same_household', { actor: ofTheirs('village-admin') }],
    ['card_closed', { actor: actorOf('village-admin') }],
    ['rule_inactive', { facts: { card: RECORDING_CARD } }],
    ['deductions_off', { facts: { rule: { ...RULE, kind: 'deduction', evidence: 'photo' } } }],
    ['occurred_in_future', { facts: { deductionsCount: true } }],
    ['file_unknown', { input: { occurredAt: NOW } }],
    ['evidence_missing', { facts: { evidence: NOTHING_FILED } }],
    ['source_unknown', { facts: { evidence: { files: 1, images: 1, unknown: [] } } }],
    ['source_not_archived', { facts: { source: order } }],
    ['source_used', { facts: { source: { ...order, archived: true } } }],
    ['member_unknown', { facts: { source: { ...order, archived: true, usedBy: null } } }],
    ['cap_reached', { facts: { members: ['王二'] } }],
    [null, { facts: { capUsed: 0 }, input: { quantity: 1 } }],
  ]
  let given: Case = { actor: ofTheirs('points-reviewer'), input, facts }
  for (const [outcome, mended] of MENDED) {
    given = {
      actor: mended.actor ?? given.actor ?? actorOf('village-admin'),
      input: { ...given.input, ...mended.input },
      facts: { ...given.facts, ...mended.facts },
    }
    expect(refused(given)).toBe(outcome)
  }
})
