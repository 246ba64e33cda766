import {
  EVIDENCE_KINDS as CONTRACT_EVIDENCE_KINDS,
  HOLDERS,
  RULE_KINDS as CONTRACT_RULE_KINDS,
  WriteRuleSet,
} from '@practice/scoring/contracts'
import type { PointRuleView, RuleSet } from '@practice/scoring/contracts'
import { changeOfWord, changesBetween, rebase } from '../changes'
import { EVIDENCE_KINDS, HOLDER_KINDS, RULE_KINDS } from '../choices'
import {
  bodyOf,
  draftOf,
  isComplete,
  missingSettings,
  nextCode,
  ruleProblems,
  rulesOf,
  withNewRule,
  withRule,
  withoutRule,
} from '../rule-set-draft'
import type { RuleSetDraft } from '../rule-set-draft'

const rule = (code: string, part: Partial<PointRuleView> = {}): PointRuleView => ({
  code,
  theme: 'theory',
  name: `事项 ${code}`,
  points: 1,
  capPerMonth: 8,
  evidence: 'photo',
  kind: 'reward',
  active: true,
  source: '',
  ...part,
})

const set = (rules: PointRuleView[], part: Partial<RuleSet> = {}): RuleSet => ({
  site: { code: '640402100', name: '三营镇' },
  from: { code: '640402', name: '原州区' },
  version: 3,
  ownVersion: 0,
  holder: 'household',
  noticeDays: 5,
  carryOver: true,
  rate: 1,
  minimumRedemption: 10,
  outstandingBudget: null,
  deductions: false,
  deductionsCount: false,
  changedBy: { username: 'county-dispatcher', name: '调度' },
  changedAt: '2026-11-01T00:00:00.000Z',
  note: null,
  rules,
  writable: true,
  ...part,
})

const BASE = set([rule('R1-01'), rule('R1-02'), rule('R6-01', { theme: 'service', points: 10 })])

describe('editing', () => {
  test('a draft that was not touched is complete, says no change, and is what the contract takes', () => {
    const draft = draftOf(BASE)
    expect(isComplete(draft)).toBe(true)
    expect(changesBetween(draft, draftOf(BASE))).toEqual([])
    expect(WriteRuleSet.body.parse(bodyOf(draft, 0, '  '))).toEqual(bodyOf(draft, 0, ''))
  })

  test('a new rule gets the next code of its theme and is not complete before it is named and valued', () => {
    const draft = withNewRule(draftOf(BASE), 'theory', '本所')
    const added = draft.rules.at(-1)
    expect(added).toMatchObject({ code: 'R1-03', theme: 'theory', isNew: true, points: null })
    expect(ruleProblems(draft.rules).get(added?.key ?? '')).toEqual(['name', 'points'])
    const filled = withRule(draft, added?.key ?? '', { name: '参加诵读', points: 2 })
    expect(isComplete(filled)).toBe(true)
    expect(changesBetween(draftOf(BASE), filled)).toEqual([{ kind: 'added', code: 'R1-03', name: '参加诵读' }])
  })

  test.each`
    codes                          | next
    ${[]}                          | ${'R1-01'}
    ${['R1-01', 'R1-09', 'R2-40']} | ${'R1-10'}
    ${['R1-99']}                   | ${'R1-100'}
    ${['R1-x', 'X']}               | ${'R1-01'}
  `('after $codes comes $next', ({ codes, next }: { codes: string[]; next: string }) => {
    expect(
      nextCode(
        'theory',
        codes.map((code) => ({ code })),
      ),
    ).toBe(next)
  })

  test('a code is given once, also when one types it', () => {
    const added = withNewRule(draftOf(BASE), 'theory', '')
    const key = added.rules.at(-1)?.key ?? ''
    const twice = withRule(added, key, { code: ' R1-01 ', name: '重复', points: 1 })
    expect(ruleProblems(twice.rules)).toEqual(
      new Map([
        ['R1-01', ['codeTwice']],
        [key, ['codeTwice']],
      ]),
    )
    expect(ruleProblems(withRule(added, key, { code: 'R 1', name: '空格', points: 1 }).rules).get(key)).toEqual([
      'code',
    ])
    expect(isComplete(withoutRule(twice, 'R1-01'))).toBe(true)
  })

  test('a removed rule is left out, and said', () => {
    const draft = withoutRule(draftOf(BASE), 'R1-02')
    expect(draft.rules).toHaveLength(3)
    expect(rulesOf(draft).map(({ code }) => code)).toEqual(['R1-01', 'R6-01'])
    expect(changesBetween(draftOf(BASE), draft)).toEqual([{ kind: 'removed', code: 'R1-02', name: '事项 R1-02' }])
  })

  test('a set without any rule, or with an empty setting, is not complete; no budget is', () => {
    const none = ['R1-01', 'R1-02', 'R6-01'].reduce(withoutRule, draftOf(BASE))
    expect(isComplete(none)).toBe(false)
    const draft = draftOf(BASE)
    const settings = { ...draft.settings, noticeDays: null, rate: null }
    expect(missingSettings(settings)).toEqual(['noticeDays', 'rate'])
    expect(missingSettings(draft.settings)).toEqual([])
  })
})

test('what changed is said with both values, settings first', () => {
  const draft = draftOf(BASE)
  const changed = withRule({ ...draft, settings: { ...draft.settings, rate: 0.5 } }, 'R6-01', {
    points: 8,
    active: false,
  })
  expect(changesBetween(draft, changed)).toEqual([
    { kind: 'setting', field: 'rate', from: 1, to: 0.5 },
    { kind: 'rule', code: 'R6-01', name: '事项 R6-01', field: 'points', from: 10, to: 8 },
    { kind: 'rule', code: 'R6-01', name: '事项 R6-01', field: 'active', from: true, to: false },
  ])
})

test.each`
  word              | change
  ${'rate'}         | ${{ kind: 'setting', field: 'rate' }}
  ${'R1-01.points'} | ${{ kind: 'rule', code: 'R1-01', name: '<R1-01>', field: 'points' }}
  ${'+R7-01'}       | ${{ kind: 'added', code: 'R7-01', name: '<R7-01>' }}
  ${'-R6-02'}       | ${{ kind: 'removed', code: 'R6-02', name: '<R6-02>' }}
  ${'R1-01.colour'} | ${{ kind: 'other', text: 'R1-01.colour' }}
  ${'weather'}      | ${{ kind: 'other', text: 'weather' }}
`('the history’s $word', ({ word, change }: { word: string; change: unknown }) => {
  expect(changeOfWord(word, (code) => `<${code}>`)).toEqual(change)
})

describe('when somebody else saved meanwhile', () => {
  const mine: RuleSetDraft = withRule(draftOf(BASE), 'R1-01', { points: 3 })
  const fresh = (rules: PointRuleView[], part: Partial<RuleSet> = {}) => set(rules, { ownVersion: 1, ...part })

  test('what was typed stays, the rest is as they left it', () => {
    const theirs = fresh(
      [rule('R1-01'), rule('R1-02', { capPerMonth: 4 }), rule('R6-01', { theme: 'service', points: 12 })],
      { rate: 2 },
    )
    const { draft, clashes, theirs: changes } = rebase(BASE, mine, theirs)
    expect(draft.settings.rate).toBe(2)
    expect(draft.rules.map(({ code, points, capPerMonth }) => [code, points, capPerMonth])).toEqual([
      ['R1-01', 3, 8],
      ['R1-02', 1, 4],
      ['R6-01', 12, 8],
    ])
    expect(clashes).toEqual([])
    expect(changes).toHaveLength(3)
  })

  test('where both changed the same, the typed value stays and the other is told', () => {
    const theirs = fresh([rule('R1-01', { points: 2 }), rule('R1-02'), rule('R6-01', { theme: 'service', points: 10 })])
    const { draft, clashes } = rebase(BASE, mine, theirs)
    expect(draft.rules[0]?.points).toBe(3)
    expect(clashes).toEqual([
      { theirs: { kind: 'rule', code: 'R1-01', name: '事项 R1-01', field: 'points', from: 1, to: 2 }, mine: 3 },
    ])
  })

  test('the same change by both is no clash', () => {
    const theirs = fresh([rule('R1-01', { points: 3 }), rule('R1-02'), rule('R6-01', { theme: 'service', points: 10 })])
    expect(rebase(BASE, mine, theirs).clashes).toEqual([])
  })

  test('a rule that they removed stays if it was changed here, and goes otherwise', () => {
    const { draft } = rebase(BASE, mine, fresh([rule('R6-01', { theme: 'service', points: 10 })]))
    expect(draft.rules.map(({ code, isNew }) => [code, isNew])).toEqual([
      ['R6-01', false],
      ['R1-01', true],
    ])
  })

  test('rules that were added or removed here still are', () => {
    const edited = withNewRule(withoutRule(mine, 'R1-02'), 'culture', '')
    const { draft } = rebase(BASE, edited, fresh([...BASE.rules, rule('R9-01')]))
    expect(draft.rules.map(({ code, isNew, isRemoved }) => [code, isNew, isRemoved])).toEqual([
      ['R1-01', false, false],
      ['R1-02', false, true],
      ['R6-01', false, false],
      ['R9-01', false, false],
      ['R4-01', true, false],
    ])
  })
})

test('the choices are the contract’s', () => {
  expect(HOLDER_KINDS).toEqual(HOLDERS)
  expect(EVIDENCE_KINDS).toEqual(CONTRACT_EVIDENCE_KINDS)
  expect(RULE_KINDS).toEqual(CONTRACT_RULE_KINDS)
})
