import { lineageOf, ok, refuse, tierOf, type Actor, type Result } from '@practice/kernel'
import type { RuleSetRefusal } from './refusals'
import { actsAt } from './authority'
import type { EvidenceKind, Holder, RuleKind, Theme } from './vocabulary'

/** A rule as it is written in a set. */
export interface PointRule {
  code: string
  theme: Theme
  name: string
  /** What one is worth, or costs when it is a deduction; always above zero. */
  points: number
  /** The most points per holder and calendar month of China; null for no cap. */
  capPerMonth: number | null
  evidence: EvidenceKind
  kind: RuleKind
  active: boolean
  source: string
}

/** What a set of rules says beside its rules. */
export interface RuleSettings {
  holder: Holder
  noticeDays: number
  /** Whether points stay at the end of the year; otherwise they lapse. */
  carryOver: boolean
  /** What one point is worth at the shop, in fen. */
  rateFen: number
  minimumRedemption: number
  /** Points that cards may hold in all, what is on its way included; null for no budget. */
  outstandingBudget: number | null
  deductions: boolean
}

/** One version of a site's own set. */
export interface RuleSetVersion extends RuleSettings {
  siteCode: string
  version: number
  /** From this version on the site has no set of its own. */
  inherits: boolean
}

/**
 * The set that decides at a site, as a whole: of the latest versions of the sites of its lineage, in any order, the
 * nearest upwards that does not inherit. Null when no site has one.
 */
export function decidingSet<Version extends Pick<RuleSetVersion, 'siteCode' | 'inherits'>>(
  siteCode: string,
  latest: readonly Version[],
): Version | null {
  for (const code of lineageOf(siteCode)) {
    const own = latest.find((version) => version.siteCode === code)
    if (own !== undefined && !own.inherits) return own
  }
  return null
}

/** Whether deductions count where this set decides: only when it is a village's own and turns them on (domain.md, points, 6). */
export function deductionsCount(set: Pick<RuleSetVersion, 'siteCode' | 'deductions'>): boolean {
  return set.deductions && tierOf(set.siteCode) === 'village'
}

/** Yuan, as the contract speaks of a rate, in fen. */
export function fenOfYuan(yuan: number): number {
  return Math.round(yuan * 100)
}

/** Fen in yuan. */
export function yuanOfFen(fen: number): number {
  return fen / 100
}

/** Who writes sets of rules: the dispatcher any, a town officer those of the town and its villages. */
export const RULE_WRITING_ROLES = ['county-dispatcher', 'town-officer'] as const

/** Whether an actor may write the set of a site. */
export function mayWriteRules(actor: Actor, siteCode: string): boolean {
  return actsAt(actor, RULE_WRITING_ROLES, siteCode)
}

/** A set that is to be written. */
export interface RuleSetWriting {
  siteCode: string
  /** The site's own latest version as its writer read it; 0 when it has none. */
  version: number
  /** Whether the own set is given up. */
  inherits: boolean
}

/** What else decides it. */
export interface RuleSetFacts {
  siteExists: boolean
  /** The latest versions of the lineage's own sets. */
  latest: readonly Pick<RuleSetVersion, 'siteCode' | 'version' | 'inherits'>[]
}

/** Whether an actor may write this set now: the number of the new version. */
export function checkRuleSet(
  actor: Actor,
  writing: RuleSetWriting,
  facts: RuleSetFacts,
): Result<{ version: number }, RuleSetRefusal> {
  const { siteCode, version, inherits } = writing
  if (!facts.siteExists) return refuse('site_unknown', { site: siteCode })
  if (!mayWriteRules(actor, siteCode)) return refuse('role_not_allowed')
  const own = facts.latest.find((latest) => latest.siteCode === siteCode)
  const latestVersion = own?.version ?? 0
  if (version !== latestVersion) return refuse('changed_meanwhile', { version: latestVersion })
  if (inherits) {
    if (own === undefined || own.inherits) return refuse('nothing_to_give_up')
    const others = facts.latest.filter((latest) => latest.siteCode !== siteCode)
    if (decidingSet(siteCode, others) === null) return refuse('nothing_above')
  }
  return ok({ version: latestVersion + 1 })
}

/** A version with its rules, to be compared. */
export interface WrittenRuleSet extends RuleSettings {
  inherits: boolean
  rules: readonly PointRule[]
}

const SETTING_WORDS: Readonly<Record<keyof RuleSettings, string>> = {
  holder: 'holder',
  noticeDays: 'noticeDays',
  carryOver: 'carryOver',
  rateFen: 'rate',
  minimumRedemption: 'minimumRedemption',
  outstandingBudget: 'outstandingBudget',
  deductions: 'deductions',
}
const RULE_FIELDS = ['theme', 'name', 'points', 'capPerMonth', 'evidence', 'kind', 'active', 'source'] as const

/**
 * What changed against the version before, in words of the code: `inherits`, `rate`, `R1-01.points`, `+R7-01`, `-R6-02`.
 * Against nothing, or against a version that inherited, every rule is new.
 */
export function changesBetween(before: WrittenRuleSet | null, after: WrittenRuleSet): string[] {
  if (after.inherits) return ['inherits']
  const old = before === null || before.inherits ? null : before
  const settings = (Object.keys(SETTING_WORDS) as (keyof RuleSettings)[])
    .filter((setting) => old !== null && old[setting] !== after[setting])
    .map((setting) => SETTING_WORDS[setting])
  return [...settings, ...changesOfRules(old?.rules ?? [], after.rules)]
}

function changesOfRules(before: readonly PointRule[], after: readonly PointRule[]): string[] {
  const old = new Map(before.map((rule) => [rule.code, rule]))
  const kept = new Set(after.map(({ code }) => code))
  const changed = after.flatMap((rule) => {
    const was = old.get(rule.code)
    if (was === undefined) return [`+${rule.code}`]
    return RULE_FIELDS.filter((field) => was[field] !== rule[field]).map((field) => `${rule.code}.${field}`)
  })
  return [...changed, ...before.filter(({ code }) => !kept.has(code)).map(({ code }) => `-${code}`)]
}
