import { momentOf, type Instant, type Moment } from '@practice/kernel'
import type { Knex } from 'knex'
import type { EvidenceKind, Holder, PointRule, RuleKind, RuleSetVersion, Theme } from '../../domain'
import { rowStamp } from './row-stamp'

const SETS = 'scoring_rule_sets'
const RULES = 'scoring_point_rules'
const ROWS_AT_ONCE = 50

/** A version of a site's set as it is kept, its rules apart. */
export interface StoredRuleSet extends RuleSetVersion {
  note: string | null
  changedBy: string
  changedByName: string
  changedAt: Instant
}

interface SetRow {
  site_code: string
  version: number
  inherits: boolean | number
  holder: Holder
  notice_days: number
  carry_over: boolean | number
  rate_fen: number
  minimum_redemption: number
  outstanding_budget: number | null
  deductions: boolean | number
  note: string | null
  changed_by: string
  changed_by_name: string
  changed_at: Moment
}

const setOf = (row: SetRow): StoredRuleSet => ({
  siteCode: row.site_code,
  version: row.version,
  inherits: Boolean(row.inherits),
  holder: row.holder,
  noticeDays: row.notice_days,
  carryOver: Boolean(row.carry_over),
  rateFen: row.rate_fen,
  minimumRedemption: row.minimum_redemption,
  outstandingBudget: row.outstanding_budget,
  deductions: Boolean(row.deductions),
  note: row.note,
  changedBy: row.changed_by,
  changedByName: row.changed_by_name,
  changedAt: momentOf(row.changed_at),
})

/** The latest versions of these sites' own sets; with `before`, of those that were written before it. */
export async function findLatest(db: Knex, siteCodes: readonly string[], before?: Instant): Promise<StoredRuleSet[]> {
  const rows = await db(`${SETS} as s`)
    .whereIn('s.site_code', [...siteCodes])
    .where('s.version', (latest: Knex.QueryBuilder) => {
      void latest.max('m.version').from(`${SETS} as m`).whereRaw('m.site_code = s.site_code')
      if (before !== undefined) void latest.where('m.changed_at', '<', new Date(before))
    })
    .select<SetRow[]>('s.*')
  return rows.map(setOf)
}

/** One version of a site's set, whether it still decides or not; null when there is none. */
export async function findRuleSet(db: Knex, siteCode: string, version: number): Promise<StoredRuleSet | null> {
  const row = await db(SETS).where({ site_code: siteCode, version }).first<SetRow | undefined>('*')
  return row === undefined ? null : setOf(row)
}

/** A site's own versions, the latest first, at most `limit`. */
export async function findVersions(db: Knex, siteCode: string, limit: number): Promise<StoredRuleSet[]> {
  const rows = await db(SETS)
    .where({ site_code: siteCode })
    .orderBy('version', 'desc')
    .limit(limit)
    .select<SetRow[]>('*')
  return rows.map(setOf)
}

interface RuleRow {
  version: number
  code: string
  theme: Theme
  name: string
  points: number
  cap_per_month: number | null
  evidence: EvidenceKind
  kind: RuleKind
  active: boolean | number
  source: string | null
}

/** The rules of a site's versions from `from` to `to`, by version, in the order in which they were written. */
export async function findRules(
  db: Knex,
  siteCode: string,
  { from, to }: { from: number; to: number },
): Promise<Map<number, PointRule[]>> {
  const rows = await db(RULES)
    .where({ site_code: siteCode })
    .whereBetween('version', [from, to])
    .orderBy(['version', 'position'])
    .select<RuleRow[]>('*')
  const found = new Map<number, PointRule[]>()
  for (const row of rows) {
    const rules = found.get(row.version) ?? []
    rules.push(ruleOf(row))
    found.set(row.version, rules)
  }
  return found
}

/** One rule of one version of a site's set; null when there is none. */
export async function findRule(db: Knex, siteCode: string, version: number, code: string): Promise<PointRule | null> {
  const row = await db(RULES).where({ site_code: siteCode, version, code }).first<RuleRow | undefined>('*')
  return row === undefined ? null : ruleOf(row)
}

const ruleOf = (row: RuleRow): PointRule => ({
  code: row.code,
  theme: row.theme,
  name: row.name,
  points: row.points,
  capPerMonth: row.cap_per_month,
  evidence: row.evidence,
  kind: row.kind,
  active: Boolean(row.active),
  source: row.source ?? '',
})

/** Adds a version with its rules; false when somebody else has written this version meanwhile. */
export async function insertRuleSet(
  trx: Knex.Transaction,
  set: StoredRuleSet,
  rules: readonly PointRule[],
): Promise<boolean> {
  const written: { id: number }[] = await trx(SETS)
    .insert({
      ...rowStamp(set.changedAt),
      site_code: set.siteCode,
      version: set.version,
      inherits: set.inherits,
      holder: set.holder,
      notice_days: set.noticeDays,
      carry_over: set.carryOver,
      rate_fen: set.rateFen,
      minimum_redemption: set.minimumRedemption,
      outstanding_budget: set.outstandingBudget,
      deductions: set.deductions,
      note: set.note,
      changed_by: set.changedBy,
      changed_by_name: set.changedByName,
      changed_at: new Date(set.changedAt),
    })
    .onConflict(['site_code', 'version'])
    .ignore()
    .returning('id')
  if (written.length === 0) return false
  const rows = rules.map((rule, position) => ({
    ...rowStamp(set.changedAt),
    site_code: set.siteCode,
    version: set.version,
    code: rule.code,
    position,
    theme: rule.theme,
    name: rule.name,
    points: rule.points,
    cap_per_month: rule.capPerMonth,
    evidence: rule.evidence,
    kind: rule.kind,
    active: rule.active,
    source: rule.source,
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await trx(RULES).insert(rows.slice(at, at + ROWS_AT_ONCE))
  return true
}
