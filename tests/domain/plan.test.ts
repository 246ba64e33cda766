import { assign, judge, planOf, type MatchingTeam, type PlanningOrder } from '@practice/dispatch/domain'
import { bruteForce, byLibrary, greedy, type Gains } from './assignment-oracles'
import { order, RULES, seeded, SITES, team } from './matching-fixture'

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index))

/** The sum of an assignment, after a look that it keeps to the rules. */
function sumOf(gains: Gains, capacities: readonly number[], columns: readonly (number | null)[]): number {
  const used = capacities.map(() => 0)
  expect(columns).toHaveLength(gains.length)
  const sum = columns.reduce<number>((total, column, row) => {
    if (column === null) return total
    const gain = gains[row]?.[column]
    if (gain === null || gain === undefined) throw new Error(`row ${row} cannot go to column ${column}`)
    used[column] = (used[column] ?? 0) + 1
    return total + gain
  }, 0)
  for (const [column, count] of used.entries()) expect(count).toBeLessThanOrEqual(capacities[column] ?? 0)
  return sum
}

/** A random case: capacities from 0, pairs that cannot be, and few different gains so that there are ties. */
function randomCase(random: () => number, rowsMax: number, columnsMax: number) {
  const columns = 1 + Math.floor(random() * columnsMax)
  const eligible = 0.3 + random() * 0.7
  const kinds = 1 + Math.floor(random() * 30)
  const gains: Gains = times(Math.floor(random() * (rowsMax + 1)), () =>
    times(columns, () => (random() < eligible ? Math.floor(random() * kinds) : null)),
  )
  return { gains, capacities: times(columns, () => Math.floor(random() * 3)) }
}

describe('the assignment is the best there is', () => {
  test('equal to brute force on a thousand small cases, and never worse than greedy', () => {
    const random = seeded(20261124)
    let better = 0
    for (let number = 0; number < 1000; number++) {
      const { gains, capacities } = randomCase(random, 7, 4)
      const sum = sumOf(gains, capacities, assign(gains, capacities))
      expect({ number, sum }).toEqual({ number, sum: bruteForce(gains, [...capacities]) })
      expect(sum).toBeGreaterThanOrEqual(greedy(gains, capacities))
      if (sum > greedy(gains, capacities)) better++
    }
    // The cases are hard enough to tell the two apart.
    expect(better).toBeGreaterThan(50)
  })

  test('equal to another implementation on cases as large as a district', async () => {
    const random = seeded(640402)
    for (const [rows, columns] of [
      [300, 115],
      [120, 40],
      [60, 115],
    ] as const) {
      const gains: Gains = times(rows, () =>
        times(columns, () => (random() < 0.4 ? Math.floor(random() * 20_000) : null)),
      )
      const capacities = times(columns, () => Math.floor(random() * 4))
      expect(sumOf(gains, capacities, assign(gains, capacities))).toBe(await byLibrary(gains, capacities))
    }
  })

  test.each`
    gains                             | capacities | columns         | because
    ${[]}                             | ${[1]}     | ${[]}           | ${'no rows'}
    ${[[], []]}                       | ${[]}      | ${[null, null]} | ${'no columns'}
    ${[[null], [null]]}               | ${[5]}     | ${[null, null]} | ${'nothing can be'}
    ${[[5], [7], [6]]}                | ${[2]}     | ${[null, 0, 0]} | ${'the two best have room'}
    ${[[9, 8], [9, 1]]}               | ${[1, 1]}  | ${[1, 0]}       | ${'the first gives way for the sum'}
    ${[[9, null], [8, null], [7, 3]]} | ${[2, 1]}  | ${[0, 0, 1]}    | ${'a chain'}
    ${[[5, 5], [5, 5]]}               | ${[1, 1]}  | ${[0, 1]}       | ${'ties go to lower columns'}
    ${[[3, 4]]}                       | ${[1, 0]}  | ${[0]}          | ${'no capacity is no choice'}
    ${[[3, 4]]}                       | ${[1, -2]} | ${[0]}          | ${'nor is less than none'}
    ${[[1], [1]]}                     | ${[99]}    | ${[0, 0]}       | ${'room for all'}
  `(
    '$because: $columns',
    ({ gains, capacities, columns }: { gains: Gains; capacities: number[]; columns: unknown }) => {
      expect(assign(gains, capacities)).toEqual(columns)
    },
  )
})

describe('a plan', () => {
  const planned = (documentId: string, different: Partial<PlanningOrder> = {}): PlanningOrder => ({
    ...order(different),
    documentId,
  })

  test('gives each order its best team while there is room, and says the sum', () => {
    const village = team({ code: 'V', capacity: 1 })
    const town = team({ code: 'T', siteCode: SITES.town, capacity: 5 })
    const plan = planOf([planned('o1'), planned('o2', { siteCode: SITES.otherVillage })], [town, village], RULES)
    expect(plan.assignments.map(({ documentId, team: { code } }) => [documentId, code])).toEqual([
      ['o1', 'V'],
      ['o2', 'T'],
    ])
    expect(plan.total).toBeCloseTo(
      plan.assignments.reduce((sum, { score }) => sum + score, 0),
      8,
    )
    expect(plan.unassigned).toEqual([])
  })

  test('counts what a team has in hand already', () => {
    const plan = planOf(
      times(5, (index) => planned(`o${index}`)),
      [team({ capacity: 5, load: 3 })],
      RULES,
    )
    expect(plan.assignments).toHaveLength(2)
    expect(plan.unassigned).toEqual(
      times(3, (index) => ({ documentId: `o${index + 2}`, because: '能去的 1 支队伍都已排满' })),
    )
  })

  test('does not depend on the order of its inputs', () => {
    const random = seeded(7)
    const { orders, teams } = district(random, 40, 12)
    const forwards = planOf(orders, teams, RULES)
    expect(planOf([...orders].reverse(), [...teams].reverse(), RULES)).toEqual(forwards)
    expect(planOf(orders, teams, RULES)).toEqual(forwards)
  })

  test('places whoever can be placed even when all weights are zero', () => {
    const zero = { skill: 0, tier: 0, distance: 0, pairing: 0, load: 0, rating: 0, declines: 0, fairness: 0 }
    const rules = { ...RULES, settings: { ...RULES.settings, weights: zero } }
    const plan = planOf([planned('o1'), planned('o2')], [team({ capacity: 1 })], rules)
    expect(plan).toMatchObject({ assignments: [{ documentId: 'o1', score: 0 }], total: 0 })
  })

  test('has the largest total, by brute force over the scores of suggestions', () => {
    const random = seeded(99)
    for (let number = 0; number < 100; number++) {
      const { orders, teams } = district(random, 5, 5)
      const cents = orders.map((one) =>
        teams.map((candidate) => {
          const suggestion = judge(one, candidate, RULES)
          return suggestion.eligible ? Math.round(suggestion.score * 100) : null
        }),
      )
      const best = bruteForce(
        cents,
        teams.map(({ capacity, load }) => Math.max(capacity - load, 0)),
      )
      expect(Math.round(planOf(orders, teams, RULES).total * 100)).toBe(best)
    }
  })

  test.each`
    because                           | teams                                                                                            | said
    ${'no team at all'}               | ${[]}                                                                                            | ${'本村、本镇和区中心都没有队伍'}
    ${'none in the lineage'}          | ${[team({ siteCode: SITES.otherTown })]}                                                         | ${'本村、本镇和区中心都没有队伍'}
    ${'none with the skill'}          | ${[team({ skills: ['宣讲'] }), team({ code: 'T2', skills: [] })]}                                | ${'附近 2 支队伍都没有所需技能'}
    ${'all with the skill are full'}  | ${[team({ load: 5 }), team({ code: 'T2', load: 5 }), team({ code: 'T3', skills: [] })]}          | ${'有此技能的队伍中 2 支已满'}
    ${'the one with the skill rests'} | ${[team({ active: false }), team({ code: 'T2', skills: [] }), team({ code: 'T3', skills: [] })]} | ${'有此技能的队伍中 1 支已停用'}
  `('says why an order stays open: $because', ({ teams, said }: { teams: MatchingTeam[]; said: string }) => {
    expect(planOf([planned('o1')], teams, RULES).unassigned).toEqual([{ documentId: 'o1', because: said }])
  })

  function district(random: () => number, orderCount: number, teamCount: number) {
    const places = [SITES.village, SITES.otherVillage, SITES.town, SITES.center]
    const anywhere = () => places[Math.floor(random() * places.length)] ?? SITES.center
    const place = () => ({ latitude: 36 + random() * 0.4, longitude: 106 + random() * 0.4 })
    const skills = ['维修', '助老', '宣讲']
    const orders = times(orderCount, (index) =>
      planned(`o${index}`, { siteCode: anywhere(), skill: skills[Math.floor(random() * 3)] ?? null, place: place() }),
    )
    const teams = times(teamCount, (index) =>
      team({
        code: `T${index}`,
        siteCode: anywhere(),
        skills: skills.filter(() => random() < 0.6),
        capacity: Math.floor(random() * 4),
        load: Math.floor(random() * 2),
        declines: Math.floor(random() * 3),
        idleDays: Math.floor(random() * 40),
        place: place(),
      }),
    )
    return { orders, teams }
  }
})
