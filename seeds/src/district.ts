import { service } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/types'
import { categories, items, methods, platforms, themes } from './catalogue'
import { readDivisions, type Division } from './divisions'
import type { DemoAccount } from './accounts'
import { actorOf } from './orders/cast'
import { fillDistrictRules } from './points/rule-sets'
import { sampleProgress } from './progress'
import type { SiteSeed } from './sites'
import { fill } from './store'
import { CATEGORIES, ITEMS, PLATFORMS, SITES, termsOf } from './tables'
import { fillAccounts, randomPassword } from './users'

/**
 * Whether the sample is to be set up in a database by itself: nothing was ever set up in it, or the sample's first run
 * was cut short.
 */
export async function isEmpty(strapi: Core.Strapi): Promise<boolean> {
  return service(strapi, 'access', 'actors').asSystem('seeds', async () => {
    return (await strapi.db.query('api::site.site').count()) === 0 || (await sampleProgress(strapi)) === 'begun'
  })
}

/** Themes, platforms, ways of working, and the catalogue of service items with its categories. */
export async function fillVocabulary(strapi: Core.Strapi): Promise<number> {
  return (
    (await fill(strapi, termsOf('api::theme.theme'), themes())) +
    (await fill(strapi, PLATFORMS, platforms())) +
    (await fill(strapi, termsOf('api::method.method'), methods())) +
    (await fill(strapi, CATEGORIES, categories())) +
    (await fill(strapi, ITEMS, items()))
  )
}

export interface DistrictOptions {
  /** Six digits. */
  district: string
  /** Path of a CSV with `code,name,tier,parent`. */
  divisionsCsv: string
  /** Takes a line for people to read; the console unless told. It is the only place where the password is ever shown. */
  log?: (line: string) => void
}

/** The account that sets up the rest; `password` is null when the account was there already. It is kept nowhere else. */
export interface DistrictReport {
  account: string
  password: string | null
  /** How many sites were added. */
  sites: number
}

/**
 * Sets up a district with nothing invented in it: its sites by the given list, the vocabulary, the catalogue of items
 * and a set of rules for points to begin with, and one dispatcher, whose password is in no other place than the answer.
 * Nothing is offered, and nobody serves, until the district says so. Throws when the list of divisions is not in order, before anything is written.
 */
export async function seedDistrict(
  strapi: Core.Strapi,
  { district, divisionsCsv, log = console.log }: DistrictOptions,
): Promise<DistrictReport> {
  const sites = readDivisions(divisionsCsv, district).map(siteOf)
  return service(strapi, 'access', 'actors').asSystem('seeds', async () => {
    const added = await fill(strapi, SITES, sites)
    await fillVocabulary(strapi)
    const account = `dispatcher-${district}`
    const password = randomPassword()
    const dispatcher: DemoAccount = {
      username: account,
      role: 'county-dispatcher',
      displayName: '区中心调度',
      siteCode: district,
      teamCode: null,
      householdCode: null,
    }
    const made = await fillAccounts(strapi, [dispatcher], { password, sample: false })
    await fillDistrictRules(strapi, actorOf(dispatcher), Date.now())
    log(`District ${district}: ${added} of ${sites.length} sites added.`)
    log(made === 0 ? `The account ${account} was there already.` : `Account ${account}, password ${password}`)
    if (made > 0) log('This password is shown once and kept nowhere: write it down now.')
    return { account, password: made === 0 ? null : password, sites: added }
  })
}

function siteOf(division: Division): SiteSeed {
  return {
    ...division,
    kind: null,
    pilot: false,
    population: null,
    address: null,
    latitude: null,
    longitude: null,
    deskPhone: null,
    deskHours: null,
    sample: false,
  }
}
