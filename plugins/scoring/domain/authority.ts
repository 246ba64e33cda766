import { isWithin, type Actor, type Role, type UserActor } from '@practice/kernel'

/** Whether an actor has one of these roles and works at the site: the own site and all below it (permissions.md). */
export function actsAt(actor: Actor, roles: readonly string[], siteCode: string): actor is UserActor {
  return hasRole(actor, roles) && actor.siteCode !== null && isWithin(siteCode, actor.siteCode)
}

/** Whether an actor has one of these roles. */
export function hasRole(actor: Actor, roles: readonly string[]): actor is UserActor & { role: Role } {
  return actor.kind === 'user' && roles.includes(actor.role)
}

/** Nobody handles what concerns their own household (permissions.md); an account without one concerns none. */
export function isOwnHousehold(actor: UserActor, householdCode: string | null): boolean {
  return actor.householdCode !== null && actor.householdCode === householdCode
}
