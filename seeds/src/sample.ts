import { DAY_MS, service } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/types'
import { DEFAULT_DEMO_PASSWORD, DEMO_ACCOUNTS } from './accounts'
import { sampleActivities } from './activities'
import { fillArticles } from './articles'
import { fillVocabulary } from './district'
import { sampleOfferings } from './catalogue'
import { sampleHouseholds } from './households'
import { sampleAssignments, sampleOrganisations, samplePairings, sampleVenues } from './organisations'
import { fillOrders } from './orders/write'
import { fillRuleSets } from './points/rule-sets'
import { fillPoints } from './points/write'
import { keepProgress } from './progress'
import { sampleSites } from './sites'
import { fill } from './store'
import {
  ACTIVITIES,
  ASSIGNMENTS,
  HOUSEHOLDS,
  OFFERINGS,
  ORGANISATIONS,
  PAIRINGS,
  SITES,
  TEAMS,
  VENUES,
  VOLUNTEERS,
} from './tables'
import { sampleTeams, sampleVolunteers } from './teams'
import { fillAccounts } from './users'

/** The rules were there before the first card. */
const RULES_AGE_MS = 160 * DAY_MS

/** What a run of the seeds has added, by kind; all zero when everything was there. */
export type SeedReport = Readonly<Record<string, number>>

export interface SampleOptions {
  /** When the sample's last sixty days end, in milliseconds; now unless told. */
  now?: number
  /** The password of the demo accounts; `DEMO_PASSWORD`, or the default, unless told. */
  demoPassword?: string
  /** Takes a line of progress. */
  log?: (line: string) => void
}

/**
 * Fills a database with the sample district 640402. May be run again: what is there stays as it is, what a run that
 * was cut short has left out is added.
 */
export function seedSample(strapi: Core.Strapi, options: SampleOptions = {}): Promise<SeedReport> {
  const { now = Date.now(), demoPassword = process.env['DEMO_PASSWORD'] ?? DEFAULT_DEMO_PASSWORD, log } = options
  return service(strapi, 'access', 'actors').asSystem('seeds', async () => {
    const report: Record<string, number> = {}
    const note = (kind: string, added: number): void => {
      report[kind] = added
      log?.(`${kind}: ${added} added`)
    }
    await keepProgress(strapi, 'begun')
    const sites = sampleSites()
    const teams = sampleTeams(sites)
    note('sites', await fill(strapi, SITES, sites))
    note('vocabulary', await fillVocabulary(strapi))
    note('offerings', await fill(strapi, OFFERINGS, sampleOfferings()))
    note('venues', await fill(strapi, VENUES, sampleVenues()))
    note('organisations', await fill(strapi, ORGANISATIONS, sampleOrganisations()))
    note('pairings', await fill(strapi, PAIRINGS, samplePairings()))
    note('assignments', await fill(strapi, ASSIGNMENTS, sampleAssignments()))
    note('teams', await fill(strapi, TEAMS, teams))
    note('volunteers', await fill(strapi, VOLUNTEERS, sampleVolunteers(teams, new Date(now).getUTCFullYear())))
    note('households', await fill(strapi, HOUSEHOLDS, sampleHouseholds(sites)))
    note('accounts', await fillAccounts(strapi, DEMO_ACCOUNTS, { password: demoPassword, sample: true }))
    note('articles', await fillArticles(strapi, now))
    note('activities', await fill(strapi, ACTIVITIES, sampleActivities(now)))
    note('orders', await fillOrders(strapi, now))
    note('rule sets', await fillRuleSets(strapi, now - RULES_AGE_MS))
    note('points of villages', await fillPoints(strapi, now))
    await keepProgress(strapi, 'done')
    return report
  })
}
