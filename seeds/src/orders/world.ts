import type { CatalogueItem, OfferingSetting } from '@practice/dispatch/domain'
import { categories, items, sampleOfferings } from '../catalogue'
import { sampleHouseholds, type HouseholdSeed } from '../households'
import { samplePairings, type PairingSeed } from '../organisations'
import { sampleSites, type SiteSeed } from '../sites'
import { sampleTeams, sampleVolunteers, type TeamSeed, type VolunteerSeed } from '../teams'

/** What is offered where. */
export interface Catalogue {
  items: readonly CatalogueItem[]
  offerings: readonly OfferingSetting[]
}

/** The sample district as the stories need it, before anything is written. */
export interface SampleWorld {
  sites: readonly SiteSeed[]
  households: readonly HouseholdSeed[]
  teams: readonly TeamSeed[]
  volunteers: readonly VolunteerSeed[]
  pairings: readonly PairingSeed[]
  catalogue: Catalogue
}

/** The world of a year (the members' ages depend on it). */
export function sampleWorld(thisYear: number): SampleWorld {
  const sites = sampleSites()
  const teams = sampleTeams(sites)
  return {
    sites,
    households: sampleHouseholds(sites),
    teams,
    volunteers: sampleVolunteers(teams, thisYear),
    pairings: samplePairings(),
    catalogue: { items: catalogueItems(), offerings: sampleOfferings() },
  }
}

function catalogueItems(): CatalogueItem[] {
  const names = new Map(categories().map((category) => [category.code, category.name]))
  return items().map(({ categoryCode, ...item }) => ({
    ...item,
    category: { code: categoryCode, name: names.get(categoryCode) ?? categoryCode },
    form: null,
    active: true,
  }))
}
