import * as fc from 'fast-check'
import { ROLES } from '@practice/kernel'
import {
  changesBetween,
  checkRuleSet,
  decidingSet,
  deductionsCount,
  fenOfYuan,
  mayWriteRules,
  yuanOfFen,
  type WrittenRuleSet,
} from '@practice/scoring/domain'
import {
  actorOf,
  DISTRICT,
  OTHER_TOWN,
  OTHER_VILLAGE,
  refusalOf,
  RULE,
  TOWN,
  valueOf,
  VILLAGE,
} from './scoring-fixtures'

const POINT = `${VILLAGE}-01`
const own = (siteCode: string, inherits = false, version = 1) => ({ siteCode, inherits, version })

test.each`
  site             | latest                                                  | decides
  ${VILLAGE}       | ${[own(DISTRICT), own(TOWN), own(VILLAGE)]}             | ${VILLAGE}
  ${VILLAGE}       | ${[own(VILLAGE), own(DISTRICT), own(TOWN)]}             | ${VILLAGE}
  ${VILLAGE}       | ${[own(DISTRICT), own(TOWN)]}                           | ${TOWN}
  ${VILLAGE}       | ${[own(DISTRICT), own(TOWN), own(VILLAGE, true)]}       | ${TOWN}
  ${VILLAGE}       | ${[own(DISTRICT), own(TOWN, true), own(VILLAGE, true)]} | ${DISTRICT}
  ${VILLAGE}       | ${[own(DISTRICT, true)]}                                | ${null}
  ${VILLAGE}       | ${[]}                                                   | ${null}
  ${POINT}         | ${[own(DISTRICT), own(VILLAGE)]}                        | ${VILLAGE}
  ${TOWN}          | ${[own(DISTRICT), own(VILLAGE)]}                        | ${DISTRICT}
  ${OTHER_VILLAGE} | ${[own(DISTRICT), own(TOWN), own(VILLAGE)]}             | ${DISTRICT}
`('at $site, of $latest.length sets, that of $decides decides as a whole', ({ site, latest, decides }) => {
  expect(decidingSet(site as string, latest as ReturnType<typeof own>[])?.siteCode ?? null).toBe(decides)
})

test.each`
  site        | deductions | count
  ${VILLAGE}  | ${true}    | ${true}
  ${VILLAGE}  | ${false}   | ${false}
  ${TOWN}     | ${true}    | ${false}
  ${DISTRICT} | ${true}    | ${false}
  ${POINT}    | ${true}    | ${false}
`('deductions of the set of $site, turned on: $deductions, count: $count', ({ site, deductions, count }) => {
  expect(deductionsCount({ siteCode: site as string, deductions: deductions as boolean })).toBe(count)
})

test('a rate is whole fen, there and back', () => {
  expect(fenOfYuan(0.29)).toBe(29)
  expect(fenOfYuan(1.1)).toBe(110)
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), (fen) => expect(fenOfYuan(yuanOfFen(fen))).toBe(fen)))
})

describe('who writes a set', () => {
  const MAY: Readonly<Record<string, readonly string[]>> = {
    'county-dispatcher': [DISTRICT, TOWN, VILLAGE, OTHER_TOWN, OTHER_VILLAGE],
    'town-officer': [TOWN, VILLAGE],
  }
  const CELLS = ROLES.flatMap((role) =>
    [DISTRICT, TOWN, VILLAGE, OTHER_TOWN, OTHER_VILLAGE].map((site) => ({
      role,
      site,
      may: MAY[role]?.includes(site),
    })),
  )
  test.each(CELLS)('$role, at $site: $may', ({ role, site, may }) => {
    expect(mayWriteRules(actorOf(role), site)).toBe(may ?? false)
  })
})

describe('a new version', () => {
  const facts = { siteExists: true, latest: [own(DISTRICT, false, 4), own(TOWN, false, 2), own(VILLAGE, true, 3)] }
  const write = (siteCode: string, version: number, inherits = false) => ({ siteCode, version, inherits })
  const officer = actorOf('town-officer')

  test.each`
    because                                  | writing                    | outcome
    ${'it names the latest version'}         | ${write(TOWN, 2)}          | ${null}
    ${'another was written meanwhile'}       | ${write(TOWN, 1)}          | ${'changed_meanwhile'}
    ${'the version is one of the future'}    | ${write(TOWN, 3)}          | ${'changed_meanwhile'}
    ${'what was given up has a version too'} | ${write(VILLAGE, 3)}       | ${null}
    ${'… which is not 0'}                    | ${write(VILLAGE, 0)}       | ${'changed_meanwhile'}
    ${'the own set may be given up'}         | ${write(TOWN, 2, true)}    | ${null}
    ${'not twice'}                           | ${write(VILLAGE, 3, true)} | ${'nothing_to_give_up'}
    ${'not of another town'}                 | ${write(OTHER_TOWN, 0)}    | ${'role_not_allowed'}
  `('$because: $outcome', ({ writing, outcome }) => {
    expect(refusalOf(checkRuleSet(officer, writing as ReturnType<typeof write>, facts))).toBe(outcome)
  })

  test('is one more than the latest, the first is 1', () => {
    expect(valueOf(checkRuleSet(officer, write(TOWN, 2), facts))).toEqual({ version: 3 })
    expect(valueOf(checkRuleSet(officer, write(VILLAGE, 0), { siteExists: true, latest: [] }))).toEqual({ version: 1 })
  })

  test('of the district cannot be given up: nothing would decide', () => {
    const dispatcher = actorOf('county-dispatcher')
    expect(refusalOf(checkRuleSet(dispatcher, write(DISTRICT, 4, true), facts))).toBe('nothing_above')
  })

  test('of a site that is not there is not written', () => {
    expect(refusalOf(checkRuleSet(officer, write('640402100999', 0), { siteExists: false, latest: [] }))).toBe(
      'site_unknown',
    )
  })
})

describe('what changed between two versions', () => {
  const before: WrittenRuleSet = {
    inherits: false,
    holder: 'household',
    noticeDays: 5,
    carryOver: true,
    rateFen: 100,
    minimumRedemption: 0,
    outstandingBudget: null,
    deductions: false,
    rules: [RULE, { ...RULE, code: 'R6-02' }],
  }
  test.each`
    after                                                                                            | changes
    ${before}                                                                                        | ${[]}
    ${{ ...before, rateFen: 50 }}                                                                    | ${['rate']}
    ${{ ...before, noticeDays: 7, carryOver: false }}                                                | ${['noticeDays', 'carryOver']}
    ${{ ...before, rules: [{ ...RULE, points: 12 }, { ...RULE, code: 'R6-02' }] }}                   | ${['R6-01.points']}
    ${{ ...before, rules: [RULE, { ...RULE, code: 'R7-01' }] }}                                      | ${['+R7-01', '-R6-02']}
    ${{ ...before, rules: [{ ...RULE, code: 'R6-02' }, RULE] }}                                      | ${[]}
    ${{ ...before, inherits: true }}                                                                 | ${['inherits']}
    ${{ ...before, outstandingBudget: 500, rules: [{ ...RULE, capPerMonth: null, active: false }] }} | ${['outstandingBudget', 'R6-01.capPerMonth', 'R6-01.active', '-R6-02']}
  `('$changes', ({ after, changes }) => {
    expect(changesBetween(before, after as WrittenRuleSet)).toEqual(changes)
  })

  test('the first version, and the first after one that inherited, has everything new', () => {
    expect(changesBetween(null, before)).toEqual(['+R6-01', '+R6-02'])
    expect(changesBetween({ ...before, inherits: true, rules: [] }, before)).toEqual(['+R6-01', '+R6-02'])
  })
})
