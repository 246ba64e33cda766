/** Every role of the console and the phone, in the order of the tiers (domain.md, "The people"). */
export const ROLES = [
  'county-editor',
  'county-dispatcher',
  'town-officer',
  'village-admin',
  'team-leader',
  'points-reviewer',
  'points-supervisor',
  'leader',
  'resident',
] as const

/** What a signed-in person is here to do; one role per account. */
export type Role = (typeof ROLES)[number]

/** Whether a string is one of `ROLES`. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value)
}

/** The tiers of sites, from the district down. */
export const TIERS = ['center', 'town', 'village', 'point'] as const

/** 中心, 所, 站, 文明实践点. */
export type Tier = (typeof TIERS)[number]
