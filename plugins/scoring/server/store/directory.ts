import { jsonOf, rangeOf, service, type Tier } from '@practice/kernel'
import type {} from '@practice/dispatch/services'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { RefView } from '../../contracts'

/** The sites of the district by code. */
export type SiteNames = ReadonlyMap<string, { code: string; name: string; tier: Tier }>

/** The names of all sites, as the directory of dispatch keeps them and forgets them when one changes. */
export async function readSiteNames(strapi: Core.Strapi): Promise<SiteNames> {
  return (await service(strapi, 'dispatch', 'directory').read()).sites
}

/** A site with its name; one that was deleted since is shown by its code. */
export function siteRef(names: SiteNames, code: string): RefView {
  return { code, name: names.get(code)?.name ?? code }
}

/** A household as cards need it. */
export interface Household {
  code: string
  siteCode: string
  /** Its head's. */
  name: string
  /** The names of its people, the head first. */
  members: string[]
}

interface HouseholdRow {
  code: string
  site_code: string
  name: string
  members: unknown
}

const COLUMNS = ['code', 'site_code', 'name', 'members'] as const

function householdOf(row: HouseholdRow): Household {
  const members = jsonOf<unknown>(row.members)
  const names = Array.isArray(members) ? members.flatMap(nameOf) : []
  return { code: row.code, siteCode: row.site_code, name: row.name, members: [...new Set([row.name, ...names])] }
}

function nameOf(member: unknown): string[] {
  if (typeof member !== 'object' || member === null || !('name' in member)) return []
  const { name } = member
  return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []
}

/** The household with this code, or null. */
export async function findHousehold(db: Knex, code: string): Promise<Household | null> {
  const row = await db('households')
    .where({ code })
    .first<HouseholdRow | undefined>(...COLUMNS)
  return row === undefined ? null : householdOf(row)
}

/** The households of a site and those below it, by code. */
export async function findHouseholdsOf(db: Knex, siteCode: string): Promise<Household[]> {
  const { from, below } = rangeOf(siteCode)
  const rows = await db('households')
    .where('site_code', '>=', from)
    .where('site_code', '<', below)
    .orderBy('code')
    .select<HouseholdRow[]>(...COLUMNS)
  return rows.map(householdOf)
}
