import {
  inScope,
  isWithin,
  ok,
  refuse,
  scopeOf,
  type Actor,
  type Result,
  type Role,
  type UserActor,
} from '@practice/kernel'
import type { PlaceRefusal } from './refusals'

/** Who places orders: residents for themselves, the desk and the village for residents (permissions.md, row "order"). */
export const PLACING_ROLES = [
  'county-dispatcher',
  'town-officer',
  'village-admin',
  'resident',
] as const satisfies readonly Role[]

/** What is known of a placing before its offering is looked at. */
export interface Placing {
  site: string
  /** The household's code as given, or null. */
  household: string | null
  /** The requester's phone as given, or null. */
  phone: string | null
  onBehalf: boolean
}

/** What the rules need to know beyond it. */
export interface PlacingFacts {
  siteExists: boolean
  /** The site of the named household, or null when there is none of that code. */
  householdSite: string | null
  /** The phone of the named household in full: staff, who see it masked, place orders with it all the same. */
  householdPhone: string | null
}

/** Who places for whom. */
export interface PlacedFor {
  actor: UserActor
  householdCode: string | null
  /** The one that the team will call. */
  phone: string
}

/** Whether the actor may place an order at this site for this household: who places it, for whom, and whom to call. */
export function checkPlacing(actor: Actor, placing: Placing, facts: PlacingFacts): Result<PlacedFor, PlaceRefusal> {
  if (!mayPlace(actor)) return refuse('role_not_allowed')
  if (!facts.siteExists) return refuse('site_unknown', { site: placing.site })
  const resident = actor.role === 'resident'
  if (!isOwnSite(actor, placing.site)) return refuse('site_not_yours', { site: placing.site })
  const householdCode = placing.household ?? (resident ? actor.householdCode : null)
  if (resident && (householdCode === null || householdCode !== actor.householdCode)) {
    return refuse('household_not_yours', { household: householdCode })
  }
  if (placing.household !== null && !belongs(facts.householdSite, placing.site)) {
    return refuse('household_unknown', { household: placing.household, site: placing.site })
  }
  const phone = placing.phone ?? facts.householdPhone
  if (phone === null) return refuse('phone_missing', { household: placing.household })
  if (resident && placing.onBehalf) return refuse('on_behalf_unexpected')
  if (!resident && !placing.onBehalf) return refuse('on_behalf_missing')
  return ok({ actor, householdCode, phone })
}

/** Whether an actor places orders at all. */
export function mayPlace(actor: Actor): actor is UserActor {
  const roles: readonly Role[] = PLACING_ROLES
  return actor.kind === 'user' && roles.includes(actor.role)
}

/** A resident's site is the own village and its points; staff place where they may write. */
function isOwnSite(actor: UserActor, site: string): boolean {
  if (actor.role === 'resident') return actor.siteCode !== null && isWithin(site, actor.siteCode)
  return inScope(scopeOf(actor, 'order', 'write'), { siteCode: site })
}

/** A household of the site, or of the village that the site is a point of. */
function belongs(householdSite: string | null, site: string): boolean {
  return householdSite !== null && (isWithin(householdSite, site) || isWithin(site, householdSite))
}
