import type { UID } from '@strapi/types'
import { isoOf } from '@practice/kernel'
import type { ActivitySeed } from './activities'
import type { CategorySeed, ItemSeed, OfferingSeed, PlatformSeed, TermSeed } from './catalogue'
import type { HouseholdSeed } from './households'
import type { AssignmentSeed, OrganisationSeed, PairingSeed, VenueSeed } from './organisations'
import type { SiteSeed } from './sites'
import type { Link, Table } from './store'
import type { TeamSeed, VolunteerSeed } from './teams'

const SITE: UID.ContentType = 'api::site.site'

function atSite<Seed extends { siteCode: string }>(): Link<Seed> {
  return { attribute: 'site', target: SITE, codeOf: (seed) => seed.siteCode }
}

/** Everything that nobody but the seeds has ever heard of says so. */
const SAMPLE = { sample: true } as const

/** Sites; each is its own `siteCode`. */
export const SITES: Table<SiteSeed> = {
  uid: SITE,
  key: ['code'],
  keyOf: (site) => site.code,
  rowOf: ({ parentCode: _parent, ...site }) => ({ ...site, siteCode: site.code }),
  links: [{ attribute: 'parent', target: SITE, codeOf: (site) => site.parentCode }],
}

/** A flat vocabulary that the article itself names. */
export function termsOf(uid: UID.ContentType): Table<TermSeed> {
  return { uid, key: ['code'], keyOf: (term) => term.code, rowOf: (term) => ({ ...term, sample: false }) }
}

export const PLATFORMS: Table<PlatformSeed> = {
  uid: 'api::platform.platform',
  key: ['code'],
  keyOf: (platform) => platform.code,
  rowOf: (platform) => ({ ...platform }),
}

export const VENUES: Table<VenueSeed> = {
  uid: 'api::venue.venue',
  key: ['code'],
  keyOf: (venue) => venue.code,
  rowOf: (venue) => ({ ...venue, ...SAMPLE }),
  links: [atSite()],
}

export const CATEGORIES: Table<CategorySeed> = {
  uid: 'api::service-category.service-category',
  key: ['code'],
  keyOf: (category) => category.code,
  rowOf: (category) => ({ ...category, ...SAMPLE }),
}

export const ITEMS: Table<ItemSeed> = {
  uid: 'api::service-item.service-item',
  key: ['code'],
  keyOf: (item) => item.code,
  rowOf: (item) => ({ ...item, form: null, active: true, ...SAMPLE }),
  links: [
    {
      attribute: 'category',
      target: 'api::service-category.service-category',
      codeOf: (item) => item.categoryCode,
    },
  ],
}

/** Offerings have no code of their own: there is one per site and item. */
export const OFFERINGS: Table<OfferingSeed> = {
  uid: 'api::service-offering.service-offering',
  key: ['siteCode', 'itemCode'],
  keyOf: (offering) => `${offering.siteCode} ${offering.itemCode}`,
  rowOf: (offering) => ({ ...offering, ...SAMPLE }),
  links: [
    atSite(),
    { attribute: 'serviceItem', target: 'api::service-item.service-item', codeOf: (offering) => offering.itemCode },
  ],
}

export const ORGANISATIONS: Table<OrganisationSeed> = {
  uid: 'api::organisation.organisation',
  key: ['code'],
  keyOf: (organisation) => organisation.code,
  rowOf: ({ skill: _skill, ...organisation }) => ({ ...organisation, ...SAMPLE }),
  links: [atSite()],
}

const OF_ORGANISATION = {
  attribute: 'organisation',
  target: 'api::organisation.organisation',
  codeOf: (seed: { organisationCode: string | null }) => seed.organisationCode,
} as const satisfies Link<{ organisationCode: string | null }>

export const PAIRINGS: Table<PairingSeed> = {
  uid: 'api::pairing.pairing',
  key: ['code'],
  keyOf: (pairing) => pairing.code,
  rowOf: (pairing) => ({ ...pairing, ...SAMPLE }),
  links: [OF_ORGANISATION, atSite()],
}

export const ASSIGNMENTS: Table<AssignmentSeed> = {
  uid: 'api::assignment.assignment',
  key: ['code'],
  keyOf: (assignment) => assignment.code,
  rowOf: (assignment) => ({ ...assignment, ...SAMPLE }),
  links: [atSite()],
}

export const TEAMS: Table<TeamSeed> = {
  uid: 'api::team.team',
  key: ['code'],
  keyOf: (team) => team.code,
  rowOf: (team) => ({ ...team, active: true, ...SAMPLE }),
  links: [atSite(), OF_ORGANISATION],
}

export const VOLUNTEERS: Table<VolunteerSeed> = {
  uid: 'api::volunteer.volunteer',
  key: ['number'],
  keyOf: (volunteer) => volunteer.number,
  rowOf: (volunteer) => ({ ...volunteer, ...SAMPLE }),
  links: [{ attribute: 'team', target: 'api::team.team', codeOf: (volunteer) => volunteer.teamCode }],
}

export const HOUSEHOLDS: Table<HouseholdSeed> = {
  uid: 'api::household.household',
  key: ['code'],
  keyOf: (household) => household.code,
  rowOf: (household) => ({ ...household, ...SAMPLE }),
  links: [atSite()],
}

export const ACTIVITIES: Table<ActivitySeed> = {
  uid: 'api::activity.activity',
  key: ['code'],
  keyOf: (activity) => activity.code,
  rowOf: ({ theme: _theme, participants: _participants, startsAt, endsAt, ...activity }) => ({
    ...activity,
    startsAt: isoOf(startsAt),
    endsAt: isoOf(endsAt),
    ...SAMPLE,
  }),
  links: [atSite(), { attribute: 'theme', target: 'api::theme.theme', codeOf: (activity) => activity.theme }],
}
