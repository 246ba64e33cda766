import { SuggestionView } from '@practice/dispatch/contracts'
import {
  DEFAULT_SETTINGS,
  FACTORS,
  kilometresBetween,
  suggest,
  type FactorName,
  type MatchingOrder,
  type MatchingTeam,
} from '@practice/dispatch/domain'
import { order, RULES, SITES, team } from './matching-fixture'

const judged = (different: Partial<MatchingTeam>, asked: Partial<MatchingOrder> = {}) =>
  suggest(order(asked), [team(different)], RULES)[0]

const factor = (name: FactorName, different: Partial<MatchingTeam>, asked: Partial<MatchingOrder> = {}) => {
  const suggestion = judged(different, asked)
  return suggestion?.eligible === true ? suggestion.factors.find((one) => one.name === name) : undefined
}

describe('who can be sent', () => {
  test.each`
    of                        | order                              | team                                                                                                           | reasons
    ${"the village's own"}    | ${{}}                              | ${{}}                                                                                                          | ${[]}
    ${"the town's"}           | ${{}}                              | ${{ siteCode: SITES.town }}                                                                                    | ${[]}
    ${"the center's"}         | ${{}}                              | ${{ siteCode: SITES.center }}                                                                                  | ${[]}
    ${'a point, own village'} | ${{ siteCode: SITES.point }}       | ${{}}                                                                                                          | ${[]}
    ${'another village'}      | ${{}}                              | ${{ siteCode: SITES.otherVillage }}                                                                            | ${['not_in_lineage']}
    ${'another town'}         | ${{}}                              | ${{ siteCode: SITES.otherTown }}                                                                               | ${['not_in_lineage']}
    ${'a village below'}      | ${{ siteCode: SITES.town }}        | ${{ siteCode: SITES.village }}                                                                                 | ${['not_in_lineage']}
    ${'other skills'}         | ${{}}                              | ${{ skills: ['宣讲', '助老'] }}                                                                                | ${['skill_missing']}
    ${'one skill of several'} | ${{}}                              | ${{ skills: ['宣讲', '维修'] }}                                                                                | ${[]}
    ${'no skill needed'}      | ${{ skill: null }}                 | ${{ skills: [] }}                                                                                              | ${[]}
    ${'full hands'}           | ${{}}                              | ${{ load: 5 }}                                                                                                 | ${['at_capacity']}
    ${'overfull hands'}       | ${{}}                              | ${{ load: 7 }}                                                                                                 | ${['at_capacity']}
    ${'no capacity'}          | ${{}}                              | ${{ capacity: 0 }}                                                                                             | ${['at_capacity']}
    ${'one place left'}       | ${{}}                              | ${{ load: 4 }}                                                                                                 | ${[]}
    ${'rest'}                 | ${{}}                              | ${{ active: false }}                                                                                           | ${['inactive']}
    ${'a refusal before'}     | ${{ declinedTeamCodes: ['T001'] }} | ${{}}                                                                                                          | ${['declined_before']}
    ${"another's refusal"}    | ${{ declinedTeamCodes: ['T002'] }} | ${{}}                                                                                                          | ${[]}
    ${"the leader's home"}    | ${{}}                              | ${{ leaderHouseholdCode: '640402100207-H001' }}                                                                | ${['own_household']}
    ${'two without a home'}   | ${{ householdCode: null }}         | ${{ leaderHouseholdCode: null }}                                                                               | ${[]}
    ${'everything at once'}   | ${{ declinedTeamCodes: ['T001'] }} | ${{ active: false, siteCode: SITES.otherTown, skills: [], load: 5, leaderHouseholdCode: '640402100207-H001' }} | ${['inactive', 'not_in_lineage', 'skill_missing', 'at_capacity', 'declined_before', 'own_household']}
  `(
    'a team of $of: $reasons',
    (line: { order: Partial<MatchingOrder>; team: Partial<MatchingTeam>; reasons: string[] }) => {
      const suggestion = judged(line.team, line.order)
      const codes = suggestion?.eligible === false ? suggestion.because.map(({ code }) => code) : []
      expect(codes).toEqual(line.reasons)
      expect(suggestion?.eligible).toBe(line.reasons.length === 0)
    },
  )

  test('the reasons are said in Chinese', () => {
    const suggestion = judged({ load: 5, skills: ['宣讲'], active: false })
    expect(suggestion).toMatchObject({
      because: [{ text: '队伍已停用' }, { text: '没有“维修”技能' }, { text: '手头 5/5 单,已满' }],
    })
  })
})

describe('what a factor adds', () => {
  const north = { latitude: 36.25 + 5 / 111.195, longitude: 106.2 }
  test.each`
    name          | team                                         | order                        | value   | points   | because
    ${'skill'}    | ${{}}                                        | ${{}}                        | ${1}    | ${30}    | ${'有“维修”技能'}
    ${'skill'}    | ${{}}                                        | ${{ skill: null }}           | ${1}    | ${30}    | ${'不限技能'}
    ${'tier'}     | ${{}}                                        | ${{}}                        | ${1}    | ${50}    | ${'本村队伍'}
    ${'tier'}     | ${{}}                                        | ${{ siteCode: SITES.point }} | ${1}    | ${50}    | ${'本村队伍'}
    ${'tier'}     | ${{ siteCode: SITES.town }}                  | ${{}}                        | ${0.5}  | ${25}    | ${'本镇队伍'}
    ${'tier'}     | ${{ siteCode: SITES.town }}                  | ${{ siteCode: SITES.town }}  | ${1}    | ${50}    | ${'本镇队伍'}
    ${'tier'}     | ${{ siteCode: SITES.center }}                | ${{}}                        | ${0}    | ${0}     | ${'区中心队伍'}
    ${'distance'} | ${{}}                                        | ${{}}                        | ${0}    | ${20}    | ${'距离 0.0 km'}
    ${'distance'} | ${{ place: north }}                          | ${{}}                        | ${5}    | ${10}    | ${'距离 5.0 km'}
    ${'distance'} | ${{ place: null }}                           | ${{}}                        | ${5}    | ${10}    | ${'距离不详'}
    ${'distance'} | ${{}}                                        | ${{ place: null }}           | ${5}    | ${10}    | ${'距离不详'}
    ${'pairing'}  | ${{ pairedSiteCodes: [SITES.village] }}      | ${{}}                        | ${1}    | ${10}    | ${'与当地结对'}
    ${'pairing'}  | ${{ pairedSiteCodes: [SITES.town] }}         | ${{}}                        | ${1}    | ${10}    | ${'与当地结对'}
    ${'pairing'}  | ${{ pairedSiteCodes: [SITES.otherVillage] }} | ${{}}                        | ${0}    | ${0}     | ${'未与当地结对'}
    ${'load'}     | ${{ load: 0 }}                               | ${{}}                        | ${1}    | ${15}    | ${'手头 0/5 单'}
    ${'load'}     | ${{ load: 2 }}                               | ${{}}                        | ${0.6}  | ${9}     | ${'手头 2/5 单'}
    ${'rating'}   | ${{ ratingSum: 0, ratingCount: 0 }}          | ${{}}                        | ${0.88} | ${13.13} | ${'还没有评价,按平均 4.5 星计'}
    ${'rating'}   | ${{ ratingSum: 5, ratingCount: 1 }}          | ${{}}                        | ${0.9}  | ${13.44} | ${'1 次评价,折合 4.6 星'}
    ${'rating'}   | ${{ ratingSum: 20, ratingCount: 20 }}        | ${{}}                        | ${0.18} | ${2.63}  | ${'20 次评价,折合 1.7 星'}
    ${'declines'} | ${{ declines: 0 }}                           | ${{}}                        | ${0}    | ${10}    | ${'近 90 天没有拒单'}
    ${'declines'} | ${{ declines: 3 }}                           | ${{}}                        | ${3}    | ${2.5}   | ${'近 90 天拒单 3 次'}
    ${'fairness'} | ${{ idleDays: 12 }}                          | ${{}}                        | ${12}   | ${2}     | ${'12 天没有接到单'}
    ${'fairness'} | ${{ idleDays: 300 }}                         | ${{}}                        | ${300}  | ${5}     | ${'300 天没有接到单'}
    ${'fairness'} | ${{ idleDays: null }}                        | ${{}}                        | ${30}   | ${5}     | ${'还没有接到过单'}
  `(
    '$name: $because +$points',
    (line: {
      name: FactorName
      team: Partial<MatchingTeam>
      order: Partial<MatchingOrder>
      value: number
      points: number
      because: string
    }) => {
      const { name, value, points, because } = line
      const weight = DEFAULT_SETTINGS.weights[name]
      expect(factor(name, line.team, line.order)).toEqual({ name, value, points, weight, because })
    },
  )

  test('a score is the sum of its factors, which all stand beside it', () => {
    const suggestion = judged({ load: 2, declines: 1 })
    if (suggestion?.eligible !== true) throw new Error('not eligible')
    expect(suggestion.factors.map(({ name }) => name)).toEqual(FACTORS)
    expect(suggestion.score).toBeCloseTo(
      suggestion.factors.reduce((sum, { points }) => sum + points, 0),
      8,
    )
  })

  test('few ratings weigh little: one perfect rating does not beat fifty very good ones', () => {
    const newcomer = factor('rating', { ratingSum: 5, ratingCount: 1 })?.points ?? 0
    const proven = factor('rating', { ratingSum: 49 * 5 + 4, ratingCount: 50 })?.points ?? 0
    expect(proven).toBeGreaterThan(newcomer)
  })

  test('a district without any rating is in the middle, even when nothing is added', () => {
    const rules = { settings: { ...DEFAULT_SETTINGS, ratingPrior: 0 }, meanRating: null }
    const [suggestion] = suggest(order(), [team({ ratingSum: 0, ratingCount: 0 })], rules)
    expect(suggestion?.eligible === true && suggestion.factors.find(({ name }) => name === 'rating')?.value).toBe(0.5)
  })

  test('distance is measured on the globe', () => {
    const guyuan = { latitude: 36.016, longitude: 106.243 }
    const yinchuan = { latitude: 38.487, longitude: 106.231 }
    expect(kilometresBetween(guyuan, yinchuan)).toBeCloseTo(274.8, 0)
    expect(kilometresBetween(guyuan, guyuan)).toBe(0)
  })
})

describe('the nearest tier that can serve comes first', () => {
  const village = (different: Partial<MatchingTeam> = {}) => team({ code: 'V', ...different })
  const town = (different: Partial<MatchingTeam> = {}) => team({ code: 'T', siteCode: SITES.town, ...different })
  const center = (different: Partial<MatchingTeam> = {}) => team({ code: 'C', siteCode: SITES.center, ...different })
  const codes = (...teams: MatchingTeam[]) =>
    suggest(order(), teams, RULES)
      .filter(({ eligible }) => eligible)
      .map((suggestion) => suggestion.team.code)

  test.each`
    because                                            | teams                                                                    | first
    ${'all alike'}                                     | ${[center(), town(), village()]}                                         | ${['V', 'T', 'C']}
    ${'the village is busier'}                         | ${[center(), town(), village({ load: 4 })]}                              | ${['V', 'T', 'C']}
    ${'the village is less well rated'}                | ${[town({ ratingSum: 50 }), village({ ratingSum: 35 })]}                 | ${['V', 'T']}
    ${'the town is paired and long idle'}              | ${[town({ pairedSiteCodes: [SITES.village], idleDays: 60 }), village()]} | ${['V', 'T']}
    ${'the village is full'}                           | ${[center(), town(), village({ load: 5 })]}                              | ${['T', 'C']}
    ${'the village declined'}                          | ${[center(), town(), village({ active: false })]}                        | ${['T', 'C']}
    ${'the village is nearly full, bad, and declines'} | ${[town(), village({ load: 4, ratingSum: 10, declines: 4 })]}            | ${['T', 'V']}
  `('$because: $first', ({ teams, first }: { teams: MatchingTeam[]; first: string[] }) => {
    expect(codes(...teams)).toEqual(first)
  })
})

test('the order of the list does not depend on the order of the teams: equals stand by code', () => {
  const teams = [
    team({ code: 'B' }),
    team({ code: 'D', skills: [], active: false }),
    team({ code: 'C', skills: [] }),
    team({ code: 'A' }),
    team({ code: 'E', skills: [] }),
  ]
  const forwards = suggest(order(), teams, RULES)
  expect(forwards.map((suggestion) => suggestion.team.code)).toEqual(['A', 'B', 'C', 'E', 'D'])
  expect(suggest(order(), [...teams].reverse(), RULES)).toEqual(forwards)
})

test('a suggestion is what the contract promises', () => {
  for (const suggestion of suggest(order(), [team(), team({ active: false })], RULES)) {
    expect(SuggestionView.parse(suggestion)).toEqual(suggestion)
  }
})
