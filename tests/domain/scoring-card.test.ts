import { ROLES } from '@practice/kernel'
import {
  allowedCardVerbs,
  CARD_STATES,
  CARD_VERBS,
  cardNumberOf,
  checkOpening,
  decideCard,
  holderKeyOf,
  initialsOf,
  type CardDeciding,
  type CardOpening,
  type CardStanding,
  type CardState,
  type CardVerb,
  type OpeningFacts,
} from '@practice/scoring/domain'
import { actorOf, CARD, NOW, ofTheirs, OTHER_VILLAGE, refusalOf, THEIRS, valueOf, VILLAGE } from './scoring-fixtures'

test('a number is its site and four digits, or more where there are more cards', () => {
  expect(cardNumberOf(VILLAGE, 7)).toBe('640402100207-0007')
  expect(cardNumberOf(VILLAGE, 9999)).toBe('640402100207-9999')
  expect(cardNumberOf(VILLAGE, 10_000)).toBe('640402100207-10000')
})

test('a holder is the household, or one person of it', () => {
  expect(holderKeyOf(THEIRS, null)).toBe('640402100207-H009')
  expect(holderKeyOf(THEIRS, '马建国')).toBe('640402100207-H009#马建国')
})

test.each`
  pinyin           | initials
  ${'ma jian guo'} | ${'mjg'}
  ${'Mǎ Jiàn Guó'} | ${'mjg'}
  ${'ōu yáng xiū'} | ${'oyx'}
  ${"lǚ  xī'ān"}   | ${'lxa'}
  ${''}            | ${''}
`('$pinyin: $initials', ({ pinyin, initials }) => {
  expect(initialsOf(pinyin as string)).toBe(initials)
})

const card = (state: CardState, changes: Partial<CardStanding> = {}): CardStanding => ({
  number: CARD,
  siteCode: VILLAGE,
  householdCode: THEIRS,
  state,
  ...changes,
})

function deciding(verb: CardVerb, state: CardState, changes: Partial<CardDeciding> = {}): CardDeciding {
  const left = { balance: 0, underWay: 0 }
  const base = { card: card(state), verb, reason: '遗失', actor: actorOf('village-admin'), now: NOW, left }
  return { ...base, successor: verb === 'replace' ? `${VILLAGE}-0002` : null, ...changes }
}

describe('verbs', () => {
  /** Where a verb leads to, from each state that allows it, written out by hand. */
  const LEADS_TO: Record<CardVerb, Partial<Record<CardState, CardState>>> = {
    freeze: { active: 'frozen' },
    unfreeze: { frozen: 'active' },
    replace: { active: 'closed' },
    close: { active: 'closed' },
    pin: { active: 'active', frozen: 'frozen' },
  }
  const MAY: Readonly<Partial<Record<string, readonly CardVerb[]>>> = {
    'village-admin': ['replace', 'close', 'pin'],
    'points-supervisor': ['freeze', 'unfreeze'],
  }
  const CELLS = CARD_VERBS.flatMap((verb) =>
    CARD_STATES.flatMap((state) => ROLES.map((role) => ({ verb, state, role }))),
  )

  test.each(CELLS)('$verb of a card that is $state by $role', ({ verb, state, role }) => {
    const may = MAY[role]?.includes(verb) ?? false
    const to = LEADS_TO[verb][state]
    const decided = decideCard(deciding(verb, state, { actor: actorOf(role) }))
    const outcome = decided.ok ? decided.value.state : decided.code
    expect(outcome).toBe(!may ? 'role_not_allowed' : (to ?? 'wrong_state'))
    expect(allowedCardVerbs(card(state), actorOf(role)).includes(verb)).toBe(may && to !== undefined)
  })

  test.each`
    verb         | role                   | outcome
    ${'freeze'}  | ${'points-supervisor'} | ${'same_household'}
    ${'replace'} | ${'village-admin'}     | ${'same_household'}
    ${'close'}   | ${'village-admin'}     | ${'same_household'}
    ${'pin'}     | ${'village-admin'}     | ${null}
  `('$verb of the own household’s card: $outcome', ({ verb, role, outcome }) => {
    const actor = ofTheirs(role as 'village-admin')
    expect(refusalOf(decideCard(deciding(verb as CardVerb, 'active', { actor })))).toBe(outcome)
  })

  test('another village’s admin does nothing', () => {
    expect(allowedCardVerbs(card('active'), actorOf('village-admin', { siteCode: OTHER_VILLAGE }))).toEqual([])
  })

  test('a card with points is not closed: the refusal says what is left', () => {
    const left = { balance: 12, underWay: 5 }
    expect(decideCard(deciding('close', 'active', { left }))).toMatchObject({ code: 'balance_left', details: left })
    expect(refusalOf(decideCard(deciding('close', 'active', { left: { balance: 0, underWay: 5 } })))).toBeNull()
  })

  test('a replaced card names its successor and frees the holder’s place; a frozen one keeps it', () => {
    expect(valueOf(decideCard(deciding('replace', 'active')))).toEqual({
      state: 'closed',
      slot: CARD,
      stateReason: '遗失',
      closedAt: NOW,
      replacedBy: `${VILLAGE}-0002`,
    })
    const frozen = valueOf(decideCard(deciding('freeze', 'active', { actor: actorOf('points-supervisor') })))
    expect(frozen).toMatchObject({ state: 'frozen', slot: 'current', closedAt: null, replacedBy: null })
  })
})

describe('opening', () => {
  const facts = (changes: Partial<OpeningFacts> = {}): OpeningFacts => ({
    household: { siteCode: VILLAGE, members: ['马建国', '马小兰'] },
    holder: 'household',
    current: null,
    ...changes,
  })
  const FAMILY: CardOpening = { household: THEIRS, member: null }
  const DAUGHTER: CardOpening = { household: THEIRS, member: '马小兰' }

  test.each`
    who                             | opening                                  | facts                                                                           | outcome
    ${actorOf('village-admin')}     | ${FAMILY}                                | ${facts()}                                                                      | ${null}
    ${actorOf('village-admin')}     | ${DAUGHTER}                              | ${facts({ holder: 'person' })}                                                  | ${null}
    ${actorOf('points-supervisor')} | ${FAMILY}                                | ${facts({ household: null })}                                                   | ${'role_not_allowed'}
    ${actorOf('village-admin')}     | ${FAMILY}                                | ${facts({ household: null })}                                                   | ${'household_unknown'}
    ${actorOf('village-admin')}     | ${FAMILY}                                | ${facts({ household: { siteCode: OTHER_VILLAGE, members: [] }, holder: null })} | ${'household_unknown'}
    ${actorOf('village-admin')}     | ${FAMILY}                                | ${facts({ holder: null })}                                                      | ${'no_rule_set'}
    ${actorOf('village-admin')}     | ${FAMILY}                                | ${facts({ holder: 'person' })}                                                  | ${'member_missing'}
    ${actorOf('village-admin')}     | ${DAUGHTER}                              | ${facts()}                                                                      | ${'member_unexpected'}
    ${actorOf('village-admin')}     | ${{ household: THEIRS, member: '王二' }} | ${facts({ holder: 'person', current: CARD })}                                   | ${'member_unknown'}
    ${actorOf('village-admin')}     | ${FAMILY}                                | ${facts({ current: CARD })}                                                     | ${'card_exists'}
  `('$opening.member by $who.role: $outcome', ({ who, opening, facts: known, outcome }) => {
    expect(refusalOf(checkOpening(who as never, opening as CardOpening, known as OpeningFacts))).toBe(outcome)
  })

  test('gives the holder and where the card belongs', () => {
    const opened = valueOf(checkOpening(actorOf('village-admin'), DAUGHTER, facts({ holder: 'person' })))
    expect(opened).toEqual({ siteCode: VILLAGE, holderKey: `${THEIRS}#马小兰` })
  })
})
