import { VILLAGE_DEEDS, type QuietQueryView, type QuietVillagesView } from '@practice/access/contracts'
import type {} from '@practice/dispatch/services'
import {
  DAY_MS,
  isoOf,
  isWithin,
  ok,
  rangeOf,
  refuse,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { findLastDeeds, type LastDeeds } from '../store/deeds'

/** Why nothing is told. */
export type QuietRefusal = 'role_not_allowed' | 'site_unknown' | 'site_not_yours'

/** Villages of which nothing was heard. */
export interface QuietVillagesService {
  /** Those of a site, the actor's own unless told; `now` ends the days that are asked for. */
  read(actor: Actor, query: QuietQueryView, now: Instant): Promise<Result<QuietVillagesView, QuietRefusal>>
}

const NEVER: LastDeeds = { order: null, record: null, article: null }

/** How silence is told. */
export default ({ strapi }: { strapi: Core.Strapi }): QuietVillagesService => ({
  async read(actor, { site: code, days }, now) {
    if (scopeOf(actor, 'record', 'read').kind !== 'where') return refuse('role_not_allowed')
    const asked = await service(strapi, 'dispatch', 'summary').site(actor, code)
    if (!asked.ok) return asked
    const site = asked.value
    const { sites } = await service(strapi, 'dispatch', 'directory').read()
    const villages = [...sites.values()].filter((one) => one.tier === 'village' && isWithin(one.code, site.code))
    const drafts = scopeOf(actor, 'article', 'read')
    const deeds = await findLastDeeds(strapi.db.connection, rangeOf(site.code), drafts)
    const since = now - days * DAY_MS
    const quiet = villages
      .map((village) => ({ site: refOf(village), deeds: deeds.get(village.code) ?? NEVER }))
      .filter((village) => heardAt(village.deeds) < since)
      .sort((one, other) => heardAt(one.deeds) - heardAt(other.deeds) || one.site.code.localeCompare(other.site.code))
    return ok({
      site: refOf(site),
      days,
      since: new Date(since).toISOString(),
      villages: villages.length,
      quiet: quiet.map(({ site: village, deeds: { order, record, article } }) => ({
        site: village,
        last: { order: isoOf(order), record: isoOf(record), article: isoOf(article) },
      })),
    })
  },
})

/** The service, typed. */
export function quietVillagesOf(strapi: Core.Strapi): QuietVillagesService {
  const found: unknown = strapi.service('api::site.quiet')
  return found as QuietVillagesService
}

function refOf({ code, name }: { code: string; name: string }) {
  return { code, name }
}

/** When something was heard last; before all time where nothing ever was. */
function heardAt(deeds: LastDeeds): number {
  return Math.max(...VILLAGE_DEEDS.map((deed) => deeds[deed] ?? Number.NEGATIVE_INFINITY))
}
