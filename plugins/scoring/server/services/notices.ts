import {
  inScope,
  maskName,
  ok,
  rangeOf,
  refuse,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type ListQuery,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { ClosedNotice, NoticeLine } from '../../contracts'
import { actsAt, CLOSING_ROLES, hasRole, type CloseRefusal } from '../../domain'
import { readSiteNames, siteRef, type SiteNames } from '../store/directory'
import { listNotices } from '../store/notices'
import type { StoredRecord } from '../store/record-rows'

/** A page of a public notice, with what it says of the whole. */
export interface NoticePage {
  lines: NoticeLine[]
  total: number | null
  meta: { site: NoticeLine['site']; head: string; at: string }
}

/** What is on notice, for everybody. */
export const notices = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The lines on notice at a site and below it (the asker's own site, else the district). Names are masked for
   * everybody; deductions are left out for all but those who read the site's records (domain.md, points, 6).
   */
  async list(
    actor: Actor,
    site: string | undefined,
    pages: Pick<ListQuery, 'page' | 'pageSize' | 'withCount'>,
    now: Instant,
  ): Promise<Result<NoticePage, 'site_unknown'>> {
    const sites = await readSiteNames(strapi)
    const own = actor.kind === 'user' ? actor.siteCode : null
    const code = site ?? own ?? [...sites.values()].find(({ tier }) => tier === 'center')?.code ?? ''
    if (!sites.has(code)) return refuse('site_unknown', { site: code })
    const isOutsider = actor.kind !== 'user' || actor.role === 'resident'
    const deductions = !isOutsider && inScope(scopeOf(actor, 'record', 'read'), { siteCode: code })
    const [{ rows, total }, { head }] = await Promise.all([
      listNotices(strapi.db.connection, { site: code, deductions }, pages, [...sites.keys()]),
      service(strapi, 'scoring', 'verification').headOf(code),
    ])
    const lines = rows.map((record) => lineOf(record, sites))
    return ok({ lines, total, meta: { site: siteRef(sites, code), head, at: new Date(now).toISOString() } })
  },

  /** Posts every line of a site, and below it, whose notice is over: what the cron does, by hand. */
  async close(actor: Actor, site: string, now: Instant): Promise<Result<ClosedNotice, CloseRefusal>> {
    if (!hasRole(actor, CLOSING_ROLES)) return refuse('role_not_allowed')
    if (!(await readSiteNames(strapi)).has(site)) return refuse('site_unknown', { site })
    if (!actsAt(actor, CLOSING_ROLES, site)) return refuse('site_not_yours', { site })
    const closed = await service(strapi, 'scoring', 'posting').postDue(actor, now, rangeOf(site))
    await service(strapi, 'access', 'audit').record({
      actor,
      action: 'close-notice',
      subjectType: 'site',
      subjectId: site,
      siteCode: site,
      detail: { ...closed },
    })
    return ok(closed)
  },
})

function lineOf(record: StoredRecord, sites: SiteNames): NoticeLine {
  return {
    documentId: record.documentId,
    number: record.number,
    holder: maskName(record.holderName),
    site: siteRef(sites, record.siteCode),
    rule: { code: record.ruleCode, name: record.ruleName },
    theme: record.theme,
    kind: record.kind,
    quantity: record.quantity,
    points: record.points,
    occurredAt: new Date(record.occurredAt).toISOString(),
    reason: record.note,
    until: new Date(record.noticeEndsAt ?? record.recordedAt).toISOString(),
    held: record.state === 'held',
  }
}
