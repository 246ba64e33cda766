import { inScope, ok, refuse, scopeOf, service, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { PointsSummary } from '../../contracts'
import { monthOf, THEMES } from '../../domain'
import { siteRef } from '../store/directory'
import { standingOf } from '../store/standings'
import { placeOf, readStandings, readTallies, readWaiting, type StandingRow, type TallyRow } from '../store/summary'

/** Why there are no figures. */
export type PointsSummaryRefusal = 'role_not_allowed' | 'site_unknown' | 'site_not_yours'

/** What is asked for: a site, the actor's own unless told, and how many months back from this one. */
export interface SummaryAsked {
  site?: string | undefined
  months?: number | undefined
}

const MONTHS = 12

/** How points stand, by site, month and theme. */
export const summary = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The figures of a site with all below it, and of each site directly below. */
  async read(
    actor: Actor,
    { site: code, months: count = MONTHS }: SummaryAsked,
    now: Instant,
  ): Promise<Result<PointsSummary, PointsSummaryRefusal>> {
    const scope = scopeOf(actor, 'record', 'read')
    if (actor.kind !== 'user' || scope.kind !== 'where' || !scope.any.some(({ column }) => column === 'siteCode')) {
      return refuse('role_not_allowed')
    }
    const isMine = (siteCode: string) => inScope(scope, { siteCode })
    const { sites, below } = await service(strapi, 'dispatch', 'directory').read()
    const asked = code ?? [actor.siteCode, ...actor.assignedSiteCodes].find((mine) => mine !== null && isMine(mine))
    const site = sites.get(asked ?? '')
    if (site === undefined) return refuse('site_unknown', { site: asked ?? null })
    if (!isMine(site.code)) return refuse('site_not_yours', { site: site.code })

    const children = below.get(site.code) ?? []
    const place = placeOf(site.code, children)
    const months = monthsUntil(monthOf(now), count)
    const db = strapi.db.connection
    const [tallies, standings, waiting, budget] = await Promise.all([
      readTallies(db, place, { first: months[0] ?? '', last: months.at(-1) ?? '' }),
      readStandings(db, place),
      readWaiting(db, place.range),
      budgetAt(strapi, site.code),
    ])
    return ok({
      ...figuresOf(tallies, standings),
      site: { code: site.code, name: site.name },
      budget: budget === null ? null : { ...budget, site: siteRef(sites, budget.site) },
      byTheme: byTheme(tallies),
      byMonth: byMonth(tallies, months),
      waiting,
      below: children.map((child) => ({
        ...figuresOf(tallies.filter(isOf(child.code)), standings.filter(isOf(child.code))),
        site: { code: child.code, name: child.name },
      })),
    })
  },
})

const isOf = (site: string) => (row: { site: string }) => row.site === site

const sumOf = <Row>(rows: readonly Row[], figure: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + figure(row), 0)

function figuresOf(tallies: readonly TallyRow[], standings: readonly StandingRow[]) {
  return {
    issued: sumOf(tallies, ({ issued }) => issued),
    redeemed: sumOf(tallies, ({ redeemed }) => redeemed),
    lapsed: sumOf(tallies, ({ lapsed }) => lapsed),
    outstanding: sumOf(standings, ({ outstanding }) => outstanding),
    pending: sumOf(standings, ({ pending }) => pending),
    cards: sumOf(standings, ({ cards }) => cards),
  }
}

/** Every theme, those without points too. */
function byTheme(tallies: readonly TallyRow[]): PointsSummary['byTheme'] {
  return THEMES.map((theme) => {
    const mine = tallies.filter((row) => row.theme === theme)
    return { theme, issued: sumOf(mine, ({ issued }) => issued), records: sumOf(mine, ({ records }) => records) }
  })
}

/** Every month, those in which nothing happened too. */
function byMonth(tallies: readonly TallyRow[], months: readonly string[]): PointsSummary['byMonth'] {
  return months.map((month) => {
    const mine = tallies.filter((row) => row.month === month)
    return {
      month,
      issued: sumOf(mine, ({ issued }) => issued),
      redeemed: sumOf(mine, ({ redeemed }) => redeemed),
      lapsed: sumOf(mine, ({ lapsed }) => lapsed),
    }
  })
}

/** The last `count` months, `2026-11` the latest, the earliest first. */
function monthsUntil(latest: string, count: number): string[] {
  const [year = 0, month = 1] = latest.split('-').map(Number)
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - count + at, 1)).toISOString().slice(0, 7),
  )
}

/** The budget of the set that decides at a site, and what is held and on its way under it; null for none. */
async function budgetAt(
  strapi: Core.Strapi,
  siteCode: string,
): Promise<{ site: string; points: number; used: number } | null> {
  const set = await service(strapi, 'scoring', 'ruleSets').deciding(siteCode)
  if (set === null || set.outstandingBudget === null) return null
  const { outstanding, pending } = await standingOf(strapi.db.connection, set.siteCode)
  return { site: set.siteCode, points: set.outstandingBudget, used: outstanding + pending }
}
