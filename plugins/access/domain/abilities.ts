import type { Role } from '@practice/kernel'

/** What a console may offer: pages and actions beyond the `allowed` of single rows. */
export const ABILITIES = [
  'order.place',
  'order.desk',
  'order.plan',
  'order.inbox',
  'offering.write',
  'article.draft',
  'article.publish',
  'settings.dispatch',
  'household.write',
  'team.write',
  'venue.write',
  'audit.read',
  'reveal',
] as const

export type Ability = (typeof ABILITIES)[number]

/** What each role's console offers beyond the `allowed` of single rows: permissions.md, read by the page. */
const ABILITIES_OF: Readonly<Record<Role, readonly Ability[]>> = {
  'county-editor': ['article.draft', 'article.publish', 'audit.read'],
  'county-dispatcher': [
    'order.place',
    'order.desk',
    'order.plan',
    'offering.write',
    'settings.dispatch',
    'team.write',
    'venue.write',
    'audit.read',
    'reveal',
  ],
  'town-officer': [
    'order.place',
    'order.desk',
    'order.plan',
    'offering.write',
    'article.draft',
    'team.write',
    'venue.write',
    'audit.read',
  ],
  'village-admin': ['order.place', 'order.desk', 'article.draft', 'household.write', 'reveal'],
  'team-leader': ['order.inbox', 'reveal'],
  'points-reviewer': [],
  'points-supervisor': ['audit.read'],
  leader: [],
  resident: ['order.place'],
}

/** What a role's console offers. */
export function abilitiesOf(role: Role): Ability[] {
  return [...ABILITIES_OF[role]]
}
