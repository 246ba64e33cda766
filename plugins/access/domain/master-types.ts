import type { Resource } from '@practice/kernel'

/** A relation whose target's code is kept in a column of the row, where scopes and lists read it. */
export interface Stamp {
  /** The relation's attribute. */
  relation: string
  /** The type that it leads to. */
  target: string
  /** The attribute that holds the target's code, or null when only the relation is kept. */
  column: string | null
  required: boolean
  /** Whether the target's `siteCode` becomes the row's own, for types that belong to a site by way of it. */
  bringsSite?: true
}

/** Columns that somebody sees: all of them, or these. */
export type Columns = 'all' | readonly string[]

/** How a column is masked for everybody; its full value is had by `reveal` alone. */
export type Mask = 'phone' | 'idNumber'

/** What the boundary has to know of a type of master data. */
export interface MasterType {
  /** The kind of rows that permissions.md speaks of; null for lists that everybody may read whole. */
  resource: Resource | null
  /** The attribute that people know a row by, and that other rows carry: it never changes. */
  code: string | null
  stamps: readonly Stamp[]
  masks: Readonly<Record<string, Mask>>
  /** What outsiders see, and what one sees of sites above one's own (lineage: names and the contact of the desk). */
  shown: { public: Columns; above: Columns }
  /** The columns that `_q` looks into. */
  searched: readonly string[]
  /** Columns that have to be read, though not asked for, to know what may be shown. */
  deciding: readonly string[]
}

const SITE = 'api::site.site'
const site: Stamp = { relation: 'site', target: SITE, column: 'siteCode', required: true }
const organisation: Stamp = {
  relation: 'organisation',
  target: 'api::organisation.organisation',
  column: 'organisationCode',
  required: false,
}

const OPEN = { public: 'all', above: 'all' } as const
const CODED = {
  resource: null,
  code: 'code',
  stamps: [],
  masks: {},
  shown: OPEN,
  searched: ['code', 'name'],
  deciding: [],
} as const satisfies MasterType

/** Every type of master data: the one place that says which relation stamps which column. */
export const MASTER_TYPES: Readonly<Record<string, MasterType>> = {
  'api::platform.platform': CODED,
  'api::theme.theme': CODED,
  'api::method.method': CODED,
  'api::service-category.service-category': CODED,
  'api::service-item.service-item': {
    ...CODED,
    stamps: [
      {
        relation: 'category',
        target: 'api::service-category.service-category',
        column: 'categoryCode',
        required: true,
      },
    ],
  },
  [SITE]: {
    ...CODED,
    resource: 'site',
    // `siteCode` is the site's own code and its parent follows from it: see `ownStamps`.
    stamps: [{ relation: 'parent', target: SITE, column: null, required: false }],
    shown: {
      public: 'all',
      above: ['code', 'name', 'tier', 'siteCode', 'address', 'deskPhone', 'deskHours', 'parent', 'children'],
    },
    deciding: ['siteCode'],
  },
  'api::venue.venue': {
    ...CODED,
    resource: 'venue',
    stamps: [site],
    shown: { public: 'all', above: ['code', 'name', 'use', 'siteCode', 'site'] },
    deciding: ['siteCode'],
  },
  'api::organisation.organisation': {
    ...CODED,
    resource: 'organisation',
    stamps: [site],
    masks: { contactPhone: 'phone' },
    shown: { public: ['code', 'name', 'siteCode', 'site'], above: ['code', 'name', 'siteCode', 'site'] },
    deciding: ['siteCode'],
  },
  'api::team.team': {
    ...CODED,
    resource: 'team',
    stamps: [site, organisation],
    shown: {
      public: ['code', 'name', 'tier', 'siteCode', 'site'],
      above: ['code', 'name', 'tier', 'siteCode', 'site'],
    },
    deciding: ['siteCode'],
  },
  'api::volunteer.volunteer': {
    ...CODED,
    resource: 'volunteer',
    code: 'number',
    stamps: [{ relation: 'team', target: 'api::team.team', column: 'teamCode', required: true, bringsSite: true }],
    masks: { phone: 'phone' },
    shown: { public: ['name'], above: ['number', 'name', 'siteCode'] },
    searched: ['name'],
    // Whether a volunteer is a minor, whose name outsiders do not get.
    deciding: ['siteCode', 'birthYear', 'guardian'],
  },
  'api::service-offering.service-offering': {
    ...CODED,
    resource: 'service-offering',
    code: null,
    stamps: [
      site,
      {
        relation: 'serviceItem',
        target: 'api::service-item.service-item',
        column: 'itemCode',
        required: true,
      },
    ],
    searched: ['itemCode', 'siteCode'],
    deciding: ['siteCode'],
  },
  'api::article.article': {
    ...CODED,
    resource: 'article',
    code: null,
    stamps: [site, { relation: 'theme', target: 'api::theme.theme', column: 'themeCode', required: false }],
    // How an article came to be published is not the public's to know.
    shown: {
      public: [
        ...['title', 'summary', 'body', 'cover', 'pictures', 'theme', 'themeCode', 'site', 'siteCode', 'author'],
        ...['createdAt', 'updatedAt', 'publishedAt', 'sample'],
      ],
      above: 'all',
    },
    searched: ['title', 'summary'],
    deciding: ['siteCode'],
  },
  'api::activity.activity': {
    ...CODED,
    resource: 'activity',
    stamps: [
      site,
      { relation: 'theme', target: 'api::theme.theme', column: null, required: false },
      { relation: 'team', target: 'api::team.team', column: 'teamCode', required: false },
    ],
    searched: ['code', 'title', 'place'],
    deciding: ['siteCode'],
  },
  'api::household.household': {
    ...CODED,
    resource: 'household',
    stamps: [site],
    masks: { phone: 'phone', idNumber: 'idNumber' },
    deciding: ['siteCode'],
  },
  'api::pairing.pairing': {
    ...CODED,
    resource: 'pairing',
    stamps: [{ ...organisation, required: true }, site],
    shown: { public: 'all', above: ['code', 'organisationCode', 'siteCode', 'organisation', 'site'] },
    searched: ['code'],
    deciding: ['siteCode'],
  },
  'api::assignment.assignment': {
    ...CODED,
    resource: 'assignment',
    stamps: [site],
    shown: { public: 'all', above: ['code', 'leaderName', 'position', 'siteCode', 'site'] },
    searched: ['code', 'leaderName'],
    deciding: ['siteCode'],
  },
}

/** The rules of a type of master data, or null for any other type. */
export function masterTypeOf(uid: string): MasterType | null {
  return Object.hasOwn(MASTER_TYPES, uid) ? (MASTER_TYPES[uid] ?? null) : null
}
