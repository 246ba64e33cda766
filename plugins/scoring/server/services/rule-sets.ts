import {
  displayNameOf,
  inScope,
  inTransaction,
  lineageOf,
  nameOf,
  ok,
  refuse,
  Refused,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { RuleSet, RuleSetHistory, WriteRuleSetBody } from '../../contracts'
import {
  changesBetween,
  checkRuleSet,
  decidingSet,
  deductionsCount,
  fenOfYuan,
  mayWriteRules,
  yuanOfFen,
  type PointRule,
  type RuleSetRefusal,
  type RuleSettings,
} from '../../domain'
import { readSiteNames, siteRef } from '../store/directory'
import { findLatest, findRules, findVersions, insertRuleSet, type StoredRuleSet } from '../store/rule-sets'

/** The set that decides at a site, with its rules. `siteCode` is the site whose set it is. */
export interface DecidingSet extends StoredRuleSet {
  rules: readonly PointRule[]
}

export type ReadRuleSetRefusal = 'site_unknown' | 'not_found' | 'role_not_allowed' | 'no_rule_set'

const KEPT_MAX = 500
const HISTORY_MAX = 100

/** The sets of rules, versioned per site. */
export const ruleSets = ({ strapi }: { strapi: Core.Strapi }) => {
  // A version never changes once it is written, so that its rules are kept for good.
  const kept = new Map<string, readonly PointRule[]>()

  async function rulesOf(db: Knex, { siteCode, version }: StoredRuleSet): Promise<readonly PointRule[]> {
    const key = `${siteCode} ${version}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const rules = (await findRules(db, siteCode, { from: version, to: version })).get(version) ?? []
    const [oldest] = kept.keys()
    if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest)
    kept.set(key, rules)
    return rules
  }

  return {
    /**
     * The set that decides at a site, or null when there is none upwards. Which version that is, is asked of the
     * database each time (one small query), so that all servers agree the moment another one has written; only the
     * rules of a version are kept. Within a transaction, pass it as `db`; not in one that writes a set, whose rules might
     * never come to be.
     */
    async deciding(siteCode: string, db: Knex = strapi.db.connection): Promise<DecidingSet | null> {
      const set = decidingSet(siteCode, await findLatest(db, lineageOf(siteCode)))
      return set === null ? null : { ...set, rules: await rulesOf(db, set) }
    },

    /** GET /api/scoring/rule-sets: for a site, the actor's own unless told, the district for those who have none. */
    async read(actor: Actor, site: string | undefined): Promise<Result<RuleSet, ReadRuleSetRefusal>> {
      const code = await readableSite(strapi, actor, site)
      if (!code.ok) return code
      const latest = await findLatest(strapi.db.connection, lineageOf(code.value))
      const set = decidingSet(code.value, latest)
      if (set === null) return refuse('no_rule_set', { site: code.value })
      const ownVersion = latest.find(({ siteCode }) => siteCode === code.value)?.version ?? 0
      const rules = await rulesOf(strapi.db.connection, set)
      return ok(await viewOf(strapi, actor, { site: code.value, ownVersion, set: { ...set, rules } }))
    },

    /** GET /api/scoring/rule-sets/:site/history: the last hundred versions of a site's own. */
    async history(actor: Actor, site: string): Promise<Result<RuleSetHistory, ReadRuleSetRefusal>> {
      const code = await readableSite(strapi, actor, site)
      if (!code.ok) return code
      const versions = await findVersions(strapi.db.connection, site, HISTORY_MAX + 1)
      const [from, to] = [versions.at(-1)?.version ?? 0, versions[0]?.version ?? 0]
      const rules = await findRules(strapi.db.connection, site, { from, to })
      const written = versions.map((set) => ({ ...set, rules: rules.get(set.version) ?? [] }))
      return ok(
        written.slice(0, HISTORY_MAX).map((set, at) => ({
          version: set.version,
          inherits: set.inherits,
          note: set.note,
          changedBy: { username: set.changedBy, name: set.changedByName },
          changedAt: new Date(set.changedAt).toISOString(),
          changes: changesBetween(written[at + 1] ?? null, set),
        })),
      )
    },

    /** PUT /api/scoring/rule-sets/:site: a new version; of two who write at once one is told that it changed. */
    async write(
      actor: Actor,
      site: string,
      body: WriteRuleSetBody,
      now: Instant,
    ): Promise<Result<RuleSet, RuleSetRefusal>> {
      const siteExists = (await readSiteNames(strapi)).has(site)
      const written = await inTransaction<void, RuleSetRefusal>(strapi, async (trx) => {
        const latest = await findLatest(trx, lineageOf(site))
        const inherits = 'inherits' in body
        const checked = checkRuleSet(actor, { siteCode: site, version: body.version, inherits }, { siteExists, latest })
        if (!checked.ok) throw new Refused(checked)
        const own = latest.find(({ siteCode }) => siteCode === site)
        const set = newVersion(actor, { site, version: checked.value.version, body, own }, now)
        if (!(await insertRuleSet(trx, set, inherits ? [] : body.rules))) {
          throw new Refused<RuleSetRefusal>(refuse('changed_meanwhile', { version: set.version }))
        }
        const detail = { version: set.version, inherits, note: set.note }
        await service(strapi, 'access', 'audit').record(
          { actor, action: 'write', subjectType: 'rule-set', subjectId: site, siteCode: site, detail },
          trx,
        )
      })
      if (!written.ok) return written
      const set = await service(strapi, 'scoring', 'ruleSets').deciding(site)
      if (set === null) throw new Error(`no set decides at ${site} after one was written`)
      return ok(await viewOf(strapi, actor, { site, ownVersion: body.version + 1, set }))
    },
  }
}

/** The site that is asked for, if the actor reads the rules there. */
async function readableSite(
  strapi: Core.Strapi,
  actor: Actor,
  site: string | undefined,
): Promise<Result<string, ReadRuleSetRefusal>> {
  const names = await readSiteNames(strapi)
  const own = actor.kind === 'user' ? actor.siteCode : null
  const code = site ?? own ?? [...names.values()].find(({ tier }) => tier === 'center')?.code ?? ''
  const scope = scopeOf(actor, 'rule-set', 'read')
  if (scope.kind === 'none') return refuse('role_not_allowed')
  if (!names.has(code)) return refuse('site_unknown', { site: code })
  return inScope(scope, { siteCode: code }) ? ok(code) : refuse('not_found')
}

interface Writing {
  site: string
  version: number
  body: WriteRuleSetBody
  /** The site's own latest version. */
  own: StoredRuleSet | undefined
}

function newVersion(actor: Actor, { site, version, body, own }: Writing, now: Instant): StoredRuleSet {
  return {
    ...settingsOf(body, own),
    siteCode: site,
    version,
    inherits: 'inherits' in body,
    note: body.note === undefined || body.note === '' ? null : body.note,
    changedBy: nameOf(actor),
    changedByName: displayNameOf(actor),
    changedAt: now,
  }
}

/** A version by which a set is given up keeps the settings that it gives up; nobody asks it for them. */
function settingsOf(body: WriteRuleSetBody, own: StoredRuleSet | undefined): RuleSettings {
  if ('inherits' in body) {
    if (own === undefined) throw new Error('a set was given up that there is not')
    return own
  }
  const { holder, noticeDays, carryOver, rate, minimumRedemption, outstandingBudget, deductions } = body
  const rateFen = fenOfYuan(rate)
  return { holder, noticeDays, carryOver, rateFen, minimumRedemption, outstandingBudget, deductions }
}

async function viewOf(
  strapi: Core.Strapi,
  actor: Actor,
  { site, ownVersion, set }: { site: string; ownVersion: number; set: DecidingSet },
): Promise<RuleSet> {
  const names = await readSiteNames(strapi)
  return {
    site: siteRef(names, site),
    from: siteRef(names, set.siteCode),
    version: set.version,
    ownVersion,
    holder: set.holder,
    noticeDays: set.noticeDays,
    carryOver: set.carryOver,
    rate: yuanOfFen(set.rateFen),
    minimumRedemption: set.minimumRedemption,
    outstandingBudget: set.outstandingBudget,
    deductions: set.deductions,
    deductionsCount: deductionsCount(set),
    changedBy: { username: set.changedBy, name: set.changedByName },
    changedAt: new Date(set.changedAt).toISOString(),
    note: set.note,
    rules: [...set.rules],
    writable: mayWriteRules(actor, site),
  }
}
