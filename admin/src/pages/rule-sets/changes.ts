import type { RuleSet } from '@practice/scoring/contracts'
import { RULE_FIELDS, SETTINGS, draftOf } from './rule-set-draft'
import type { RuleDraft, RuleField, RuleSetDraft, SettingName } from './rule-set-draft'

/** Any value of a setting or of a field of a rule. */
export type ChangedValue = string | number | boolean | null

/** One thing in which two sets differ. `from` and `to` are left out where only the fact is known. */
export type Change =
  | { kind: 'setting'; field: SettingName; from?: ChangedValue; to?: ChangedValue }
  | { kind: 'rule'; code: string; name: string; field: RuleField; from?: ChangedValue; to?: ChangedValue }
  | { kind: 'added' | 'removed'; code: string; name: string }
  /** A word of a later version of the contract. */
  | { kind: 'other'; text: string }

/** A thing that both people changed, in different ways. */
export interface Clash {
  theirs: Change
  mine: ChangedValue
}

const byCode = (rules: readonly RuleDraft[]) =>
  new Map(rules.filter(({ isRemoved }) => !isRemoved).map((rule) => [rule.code.trim(), rule]))

/** In what a later draft differs from an earlier one: settings first, then rules in their order. */
export function changesBetween(before: RuleSetDraft, after: RuleSetDraft): Change[] {
  const settings = SETTINGS.filter((field) => before.settings[field] !== after.settings[field]).map(
    (field): Change => ({ kind: 'setting', field, from: before.settings[field], to: after.settings[field] }),
  )
  const old = byCode(before.rules)
  const now = byCode(after.rules)
  const kept = [...now.values()].flatMap((rule): Change[] => {
    const code = rule.code.trim()
    const was = old.get(code)
    if (was === undefined) return [{ kind: 'added', code, name: rule.name.trim() }]
    return RULE_FIELDS.filter((field) => was[field] !== rule[field]).map((field) => ({
      kind: 'rule',
      code,
      name: rule.name.trim(),
      field,
      from: was[field],
      to: rule[field],
    }))
  })
  const gone = [...old]
    .filter(([code]) => !now.has(code))
    .map(([code, { name }]): Change => ({ kind: 'removed', code, name }))
  return [...settings, ...kept, ...gone]
}

function isSetting(word: string): word is SettingName {
  return (SETTINGS as readonly string[]).includes(word)
}

function isRuleField(word: string): word is RuleField {
  return (RULE_FIELDS as readonly string[]).includes(word)
}

/** A change as the history says it: `rate`, `R1-01.points`, `+R7-01`, `-R6-02`. Names of rules come from `nameOf`. */
export function changeOfWord(word: string, nameOf: (code: string) => string): Change {
  if (isSetting(word)) return { kind: 'setting', field: word }
  const sign = word[0]
  if (sign === '+' || sign === '-') {
    const code = word.slice(1)
    return { kind: sign === '+' ? 'added' : 'removed', code, name: nameOf(code) }
  }
  const dot = word.lastIndexOf('.')
  const [code, field] = [word.slice(0, dot), word.slice(dot + 1)]
  if (dot > 0 && isRuleField(field)) return { kind: 'rule', code, name: nameOf(code), field }
  return { kind: 'other', text: word }
}

/** What becomes of a draft when somebody else saved in between. */
export interface Rebased {
  draft: RuleSetDraft
  /** What the other changed. */
  theirs: Change[]
  /** Where both changed the same thing differently; the draft keeps what was typed. */
  clashes: Clash[]
}

/**
 * Lays what was typed over the set that somebody else saved meanwhile: everything that was typed stays, everything else
 * is as they left it. A rule that they removed stays as a new one if it was changed here, and goes otherwise.
 */
export function rebase(base: RuleSet, mine: RuleSetDraft, fresh: RuleSet): Rebased {
  const was = draftOf(base)
  const theirs = draftOf(fresh)
  const theirChanges = changesBetween(was, theirs)
  const clashes = theirChanges.flatMap((change): Clash[] => {
    const value = myValue(change, was, mine)
    return value === undefined || !('to' in change) || value === change.to ? [] : [{ theirs: change, mine: value }]
  })
  return {
    draft: { settings: mergedSettings(was, mine, theirs), rules: mergedRules(was, mine, theirs) },
    theirs: theirChanges,
    clashes,
  }
}

/** What I made of the thing that they changed; undefined where I left it alone. */
function myValue(change: Change, was: RuleSetDraft, mine: RuleSetDraft): ChangedValue | undefined {
  if (change.kind === 'setting') {
    return mine.settings[change.field] === was.settings[change.field] ? undefined : mine.settings[change.field]
  }
  if (change.kind !== 'rule') return undefined
  const rule = byCode(mine.rules).get(change.code)
  const before = byCode(was.rules).get(change.code)
  return rule === undefined || rule[change.field] === before?.[change.field] ? undefined : rule[change.field]
}

function mergedSettings(was: RuleSetDraft, mine: RuleSetDraft, theirs: RuleSetDraft): RuleSetDraft['settings'] {
  const typed = SETTINGS.filter((field) => mine.settings[field] !== was.settings[field])
  return { ...theirs.settings, ...Object.fromEntries(typed.map((field) => [field, mine.settings[field]])) }
}

function mergedRules(was: RuleSetDraft, mine: RuleSetDraft, theirs: RuleSetDraft): RuleDraft[] {
  const old = byCode(was.rules)
  const fresh = byCode(theirs.rules)
  const typedOf = (rule: RuleDraft) => {
    const before = old.get(rule.code)
    const fields = RULE_FIELDS.filter((field) => before === undefined || before[field] !== rule[field])
    return Object.fromEntries(fields.map((field) => [field, rule[field]]))
  }
  const known = theirs.rules.map((rule) => {
    const typed = mine.rules.find(({ code, isNew }) => code.trim() === rule.code && !isNew)
    return typed === undefined ? rule : { ...rule, ...typedOf(typed), isRemoved: typed.isRemoved }
  })
  const added = mine.rules.filter(({ isNew }) => isNew)
  const kept = mine.rules
    .filter(({ code, isNew, isRemoved }) => !isNew && !isRemoved && !fresh.has(code))
    .filter((rule) => Object.keys(typedOf(rule)).length > 0)
    .map((rule) => ({ ...rule, isNew: true }))
  return [...known, ...kept, ...added]
}
