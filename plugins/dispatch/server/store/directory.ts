import type { Tier } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Place } from '../../domain'

/** A site as orders need it. */
export interface SiteEntry {
  code: string
  name: string
  tier: Tier
  place: Place | null
}

/** The names behind the codes that orders carry. */
export interface Directory {
  sites: ReadonlyMap<string, SiteEntry>
  /** The sites directly below each, by code. */
  below: ReadonlyMap<string, readonly SiteEntry[]>
  items: ReadonlyMap<string, { code: string; name: string }>
  teams: ReadonlyMap<string, { code: string; name: string; siteCode: string }>
}

interface SiteRow {
  code: string
  name: string
  tier: Tier
  latitude: number | null
  longitude: number | null
}

/** Reads all names of the district; some hundred rows. */
export async function loadDirectory(db: Knex, parentOf: (code: string) => string | null): Promise<Directory> {
  const [sites, items, teams] = await Promise.all([
    db('sites').orderBy('code').select<SiteRow[]>('code', 'name', 'tier', 'latitude', 'longitude'),
    db('service_items').select<{ code: string; name: string }[]>('code', 'name'),
    db('teams').select<{ code: string; name: string; site_code: string }[]>('code', 'name', 'site_code'),
  ])
  const entries = sites.map(siteEntryOf)
  const below = new Map<string, SiteEntry[]>()
  for (const site of entries) {
    const parent = parentOf(site.code)
    if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), site])
  }
  return {
    sites: new Map(entries.map((site) => [site.code, site])),
    below,
    items: new Map(items.map(({ code, name }) => [code, { code, name }])),
    teams: new Map(teams.map(({ code, name, site_code }) => [code, { code, name, siteCode: site_code }])),
  }
}

function siteEntryOf({ code, name, tier, latitude, longitude }: SiteRow): SiteEntry {
  return { code, name, tier, place: latitude === null || longitude === null ? null : { latitude, longitude } }
}

/** What placing an order needs to know of a household. */
export interface HouseholdEntry {
  siteCode: string
  /** In full, or null when none is known. */
  phone: string | null
}

/** The household of a code, or null when there is none. */
export async function findHousehold(db: Knex, code: string): Promise<HouseholdEntry | null> {
  const columns = ['site_code', 'phone'] as const
  const row = await db('households')
    .where({ code })
    .first<{ site_code: string; phone: string | null } | undefined>(...columns)
  return row === undefined ? null : { siteCode: row.site_code, phone: row.phone || null }
}
