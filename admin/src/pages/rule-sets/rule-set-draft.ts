import type { PointRuleView, RuleSet, Theme, WriteRuleSetBody } from '@practice/scoring/contracts'
import { THEMES } from '../../scoring/words/lists'

/** The settings of a rule set, in the order in which they are shown; keys of `rule-sets:setting`. */
export const SETTINGS = [
  'holder',
  'noticeDays',
  'carryOver',
  'rate',
  'minimumRedemption',
  'outstandingBudget',
  'deductions',
] as const
export type SettingName = (typeof SETTINGS)[number]

/** What of a rule may change, in the order in which it is shown; keys of `rule-sets:field`. */
export const RULE_FIELDS = ['name', 'theme', 'points', 'capPerMonth', 'evidence', 'kind', 'active', 'source'] as const
export type RuleField = (typeof RULE_FIELDS)[number]

/** Numbers while they are typed: an empty field is null. */
type Typed<Values> = { [Key in keyof Values]: Values[Key] extends number ? number | null : Values[Key] }

export type SettingsDraft = Typed<Pick<RuleSet, SettingName>>

/** A rule while it is edited. `key` stays while the code of a new one is typed. */
export interface RuleDraft extends Typed<PointRuleView> {
  key: string
  /** Not in the set as it was read: its code may still be chosen. */
  isNew: boolean
  /** Left out of the next version; shown struck until it is saved. */
  isRemoved: boolean
}

/** A rule set while it is edited. */
export interface RuleSetDraft {
  settings: SettingsDraft
  rules: RuleDraft[]
}

function ruleDraftOf(rule: PointRuleView): RuleDraft {
  return { ...rule, key: rule.code, isNew: false, isRemoved: false }
}

/** A set as it is edited. */
export function draftOf(set: RuleSet): RuleSetDraft {
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, set[name]])) as unknown as SettingsDraft
  return { settings, rules: set.rules.map(ruleDraftOf) }
}

const CODE_DIGITS = 2

/** The next free code under a theme, in the form of the sample's: R3-04. */
export function nextCode(theme: Theme, rules: readonly Pick<RuleDraft, 'code'>[]): string {
  const prefix = `R${THEMES.indexOf(theme) + 1}-`
  const taken = rules.filter(({ code }) => code.startsWith(prefix)).map(({ code }) => Number(code.slice(prefix.length)))
  const next = Math.max(0, ...taken.filter(Number.isInteger)) + 1
  return prefix + String(next).padStart(CODE_DIGITS, '0')
}

/** With one more rule at the end of its theme. */
export function withNewRule(draft: RuleSetDraft, theme: Theme, source: string): RuleSetDraft {
  const code = nextCode(theme, draft.rules)
  const rule: RuleDraft = {
    key: `new-${code}-${draft.rules.length}`,
    code,
    theme,
    name: '',
    points: null,
    capPerMonth: null,
    evidence: 'photo',
    kind: 'reward',
    active: true,
    source,
    isNew: true,
    isRemoved: false,
  }
  return { ...draft, rules: [...draft.rules, rule] }
}

/** With a part of one rule changed. */
export function withRule(draft: RuleSetDraft, key: string, part: Partial<RuleDraft>): RuleSetDraft {
  return { ...draft, rules: draft.rules.map((rule) => (rule.key === key ? { ...rule, ...part } : rule)) }
}

/** Without a rule: a new one goes at once, another is struck and can be taken back. */
export function withoutRule(draft: RuleSetDraft, key: string): RuleSetDraft {
  return {
    ...draft,
    rules: draft.rules.flatMap((rule) => {
      if (rule.key !== key) return [rule]
      return rule.isNew ? [] : [{ ...rule, isRemoved: true }]
    }),
  }
}

/** What keeps a rule from being saved; keys of `rule-sets:problem`. */
export type RuleProblem = 'code' | 'codeTwice' | 'name' | 'points'

const CODE = /^[A-Za-z0-9-]{1,20}$/
const NAME_LENGTH_MIN = 2

/** What is wrong with each rule, by its key; rules that are fine are not named. */
export function ruleProblems(rules: readonly RuleDraft[]): Map<string, RuleProblem[]> {
  const kept = rules.filter(({ isRemoved }) => !isRemoved)
  const codes = kept.map(({ code }) => code.trim())
  const problems = new Map<string, RuleProblem[]>()
  for (const { key, code, name, points } of kept) {
    const found: RuleProblem[] = []
    if (!CODE.test(code.trim())) found.push('code')
    else if (codes.filter((other) => other === code.trim()).length > 1) found.push('codeTwice')
    if (name.trim().length < NAME_LENGTH_MIN) found.push('name')
    if (points === null || points < 1) found.push('points')
    if (found.length > 0) problems.set(key, found)
  }
  return problems
}

const NEEDED = ['noticeDays', 'rate', 'minimumRedemption'] as const

/** The settings that are not filled in. No budget means that there is none. */
export function missingSettings(settings: SettingsDraft): SettingName[] {
  return NEEDED.filter((name) => settings[name] === null)
}

/** Whether a draft can be saved as it is. */
export function isComplete({ settings, rules }: RuleSetDraft): boolean {
  const hasRules = rules.some(({ isRemoved }) => !isRemoved)
  return hasRules && missingSettings(settings).length === 0 && ruleProblems(rules).size === 0
}

/** The rules that a draft leaves, as the contract takes them. */
export function rulesOf(draft: RuleSetDraft): PointRuleView[] {
  return draft.rules
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ code, theme, name, points, capPerMonth, evidence, kind, active, source }) => ({
      code: code.trim(),
      theme,
      name: name.trim(),
      points: points ?? 0,
      capPerMonth,
      evidence,
      kind,
      active,
      source: source.trim(),
    }))
}

/** What is sent: a complete draft as the version after `version`. */
export function bodyOf(draft: RuleSetDraft, version: number, note: string): WriteRuleSetBody {
  const { holder, noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions } = draft.settings
  return {
    version,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    holder,
    noticeDays: noticeDays ?? 0,
    carryOver,
    rate: rate ?? 0,
    minimumRedemption: minimumRedemption ?? 0,
    outstandingBudget,
    deductions,
    rules: rulesOf(draft),
  }
}
