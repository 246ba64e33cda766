import { isWithin, lineageOf, service, tierOf, type Instant, type UserActor } from '@practice/kernel'
import type { WriteRuleSetBody } from '@practice/scoring/contracts'
import type {} from '@practice/scoring/services'
import type { Core, UID } from '@strapi/types'
import { integerOf, readRows, type Row } from '../csv'
import { actorAt } from '../orders/cast'
import { SAMPLE_DISTRICT } from '../sites'
import { must } from './must'

const RULE_SET: UID.ContentType = 'plugin::scoring.rule-set'

type OwnSet = Extract<WriteRuleSetBody, { rules: unknown }>
export type RuleSeed = OwnSet['rules'][number]

const RULE_COLUMNS = ['code', 'theme', 'name', 'points', 'cap_per_month', 'evidence', 'kind', 'source'] as const
const SET_COLUMNS = [
  ...(['site', 'holder', 'notice_days', 'carry_over', 'rate', 'minimum_redemption'] as const),
  ...(['outstanding_budget', 'deductions', 'note'] as const),
] as const

/** The first version of a site's own set of rules. */
export interface RuleSetSeed {
  siteCode: string
  body: OwnSet
}

/** The sets of the sample: the district's, and those that sites have of their own. */
export function sampleRuleSets(): RuleSetSeed[] {
  return readRows('rule-sets.csv', SET_COLUMNS).map((row) => ({ siteCode: row.site, body: bodyOf(row) }))
}

/** The rules that decide at a site of the sample. */
export function rulesAt(siteCode: string): OwnSet {
  const sets = sampleRuleSets()
  const set = lineageOf(siteCode).flatMap((code) => sets.find((one) => one.siteCode === code) ?? [])[0]
  if (set === undefined) throw new Error(`no rules decide at ${siteCode}`)
  return set.body
}

function bodyOf(row: Row<(typeof SET_COLUMNS)[number]>): OwnSet {
  return {
    version: 0,
    note: row.note,
    holder: row.holder as OwnSet['holder'],
    noticeDays: Number(row.notice_days),
    carryOver: row.carry_over === 'true',
    rate: Number(row.rate),
    minimumRedemption: Number(row.minimum_redemption),
    outstandingBudget: integerOf(row.outstanding_budget),
    deductions: row.deductions === 'true',
    rules: rulesOf(row.site),
  }
}

/** The sixteen rules, with what the sites of the lineage change in them, from the district down. */
function rulesOf(siteCode: string): RuleSeed[] {
  const changes = readRows('rule-changes.csv', ['site', 'code', 'points', 'cap_per_month', 'active'])
    .filter(({ site }) => isWithin(siteCode, site))
    .sort((left, right) => left.site.length - right.site.length)
  return readRows('point-rules.csv', RULE_COLUMNS).map((row) => {
    const rule = ruleOf(row)
    for (const change of changes.filter(({ code }) => code === row.code)) {
      rule.points = integerOf(change.points) ?? rule.points
      rule.capPerMonth = integerOf(change.cap_per_month) ?? rule.capPerMonth
      if (change.active !== '') rule.active = change.active === 'true'
    }
    return rule
  })
}

/** The list writes what a deduction costs as people say it, below zero; a set keeps how much, and the kind. */
function ruleOf(row: Row<(typeof RULE_COLUMNS)[number]>): RuleSeed {
  return {
    code: row.code,
    theme: row.theme as RuleSeed['theme'],
    name: row.name,
    points: Math.abs(Number(row.points)),
    capPerMonth: integerOf(row.cap_per_month),
    evidence: row.evidence as RuleSeed['evidence'],
    kind: row.kind as RuleSeed['kind'],
    active: true,
    source: row.source,
  }
}

/** Writes the sample's sets where a site has none yet. Answers how many. */
export async function fillRuleSets(strapi: Core.Strapi, at: Instant): Promise<number> {
  let written = 0
  for (const { siteCode, body } of sampleRuleSets()) {
    const town = lineageOf(siteCode).find((code) => tierOf(code) === 'town')
    const writer = town === undefined ? actorAt('county-dispatcher', siteCode) : actorAt('town-officer', town)
    written += await writeFirst(strapi, writer, { siteCode, body }, at)
  }
  return written
}

/**
 * Gives another district the rules to begin with, as its dispatcher: without a set nothing can be recorded, and every
 * value in it can be edited.
 */
export async function fillDistrictRules(strapi: Core.Strapi, dispatcher: UserActor, at: Instant): Promise<number> {
  const { body } = sampleRuleSets().find((set) => set.siteCode === SAMPLE_DISTRICT) ?? {}
  const siteCode = dispatcher.siteCode
  if (body === undefined || siteCode === null) throw new Error('no rules for a district')
  return writeFirst(strapi, dispatcher, { siteCode, body }, at)
}

async function writeFirst(
  strapi: Core.Strapi,
  writer: UserActor,
  { siteCode, body }: RuleSetSeed,
  at: Instant,
): Promise<number> {
  if ((await strapi.db.query(RULE_SET).count({ where: { siteCode } })) > 0) return 0
  must(await service(strapi, 'scoring', 'ruleSets').write(writer, siteCode, body, at), `the rules of ${siteCode}`)
  return 1
}
