import { HOUR_MS, inScope, ok, rangeOf, refuse, scopeOf, service, type Actor, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { ORDER_STATES, type Summary, type TeamLoad } from '../../contracts'
import type { Directory, SiteEntry } from '../store/directory'
import { findMedians, type Medians } from '../store/medians'
import { countByState, type CountRow } from '../store/summary'
import { findTeamLoads } from '../store/teams'

/** Why there are no figures. */
export type SummaryRefusal = 'role_not_allowed' | 'site_unknown' | 'site_not_yours'

type Figures = Omit<Summary, 'site' | 'below'>

/** How long the codes of the sites directly below a tier are. */
const BELOW_LENGTHS = { center: 9, town: 12, village: 15, point: 15 } as const

/** Figures of the closed loop. */
export const summary = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The figures of a site with all below it, and of each site directly below: the actor's own unless told. */
  async read(actor: Actor, code: string | undefined): Promise<Result<Summary, SummaryRefusal>> {
    const directory = await service(strapi, 'dispatch', 'directory').read()
    const site = siteFor(actor, code, directory)
    return site.ok ? ok(await figuresOf(strapi, site.value, directory)) : site
  },

  /** What the teams of a site and below have in their hands, the fullest first: the actor's own unless told. */
  async loads(actor: Actor, code: string | undefined): Promise<Result<TeamLoad[], SummaryRefusal>> {
    const site = siteFor(actor, code, await service(strapi, 'dispatch', 'directory').read())
    if (!site.ok) return site
    const loads = await findTeamLoads(strapi.db.connection, rangeOf(site.value.code))
    return ok(loads.sort(fullestFirst))
  },

  /** The site that figures are asked for, where the actor may read the orders of sites. */
  async site(actor: Actor, code: string | undefined): Promise<Result<SiteEntry, SummaryRefusal>> {
    return siteFor(actor, code, await service(strapi, 'dispatch', 'directory').read())
  },
})

function siteFor(actor: Actor, code: string | undefined, directory: Directory): Result<SiteEntry, SummaryRefusal> {
  const scope = scopeOf(actor, 'order', 'read')
  if (actor.kind !== 'user' || scope.kind !== 'where' || !scope.any.some(({ column }) => column === 'siteCode')) {
    return refuse('role_not_allowed')
  }
  const isMine = (siteCode: string) => inScope(scope, { siteCode })
  const asked = code ?? [actor.siteCode, ...actor.assignedSiteCodes].find((mine) => mine !== null && isMine(mine))
  const site = directory.sites.get(asked ?? '')
  if (site === undefined) return refuse('site_unknown', { site: asked ?? null })
  return isMine(site.code) ? ok(site) : refuse('site_not_yours', { site: site.code })
}

/** By how much of what they can carry they carry; of equally full ones, the one with more, then by code. */
function fullestFirst(one: TeamLoad, other: TeamLoad): number {
  const fullness = ({ load, capacity }: TeamLoad) => load / Math.max(capacity, 1)
  return fullness(other) - fullness(one) || other.load - one.load || one.team.code.localeCompare(other.team.code)
}

async function figuresOf(strapi: Core.Strapi, site: SiteEntry, directory: Directory): Promise<Summary> {
  const db = strapi.db.connection
  const range = rangeOf(site.code)
  const length = BELOW_LENGTHS[site.tier]
  const [counts, { whole, groups }] = await Promise.all([
    countByState(db, range, length),
    findMedians(db, range, length),
  ])
  const below = directory.below.get(site.code) ?? []
  return {
    ...figures(counts, whole),
    site: { code: site.code, name: site.name },
    below: below.map(({ code, name }) => {
      const mine = counts.filter((row) => row.site === code)
      return { ...figures(mine, groups.get(code) ?? null), site: { code, name } }
    }),
  }
}

function figures(counts: readonly CountRow[], medians: Medians | null): Figures {
  const sum = (of: (row: CountRow) => number) => counts.reduce((total, row) => total + of(row), 0)
  const states = Object.fromEntries(
    ORDER_STATES.map((state) => [state, sum((row) => (row.state === state ? row.count : 0))]),
  ) as Figures['states']
  const hours = (waitedMs: number | null | undefined) =>
    waitedMs === null || waitedMs === undefined ? null : rounded(waitedMs / HOUR_MS, 2)
  return {
    states,
    total: sum(({ count }) => count),
    overdue: sum(({ overdue }) => overdue),
    medianHours: {
      toDispatch: hours(medians?.toDispatch),
      toAccept: hours(medians?.toAccept),
      toResolve: hours(medians?.toResolve),
      toRate: hours(medians?.toRate),
    },
    ratings: {
      resident: starsOf(
        sum(({ residentCount }) => residentCount),
        sum(({ residentSum }) => residentSum),
      ),
      staff: starsOf(
        sum(({ staffCount }) => staffCount),
        sum(({ staffSum }) => staffSum),
      ),
      unrated: sum(({ unrated }) => unrated),
    },
  }
}

function starsOf(count: number, total: number): { count: number; mean: number | null } {
  return { count, mean: count === 0 ? null : rounded(total / count, 1) }
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}
