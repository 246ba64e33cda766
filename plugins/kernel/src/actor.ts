import type { Role } from './roles'

/** A signed-in person: who they are and what their account is tied to. Sites, teams and households are codes. */
export interface UserActor {
  kind: 'user'
  userId: number
  username: string
  displayName: string
  role: Role
  siteCode: string | null
  teamCode: string | null
  householdCode: string | null
  /** Sites that a leader is assigned to (包镇联村); empty for everybody else. */
  assignedSiteCodes: readonly string[]
}

/** Nobody signed in: the public rule. */
export interface PublicActor {
  kind: 'public'
}

/** An administrator of the system in Strapi's own panel. Their accounts and the console's are apart. */
export interface PanelActor {
  kind: 'panel'
  adminId: number
  displayName: string
}

/** Work of the system itself (cron, seeds, migrations), which says why it may see everything. */
export interface SystemActor {
  kind: 'system'
  because: string
}

/** Whoever acts. */
export type Actor = UserActor | PublicActor | PanelActor | SystemActor

/** Nobody. */
export const PUBLIC: PublicActor = { kind: 'public' }

/** How an actor is named in events and in the audit log. */
export function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return actor.username
    case 'panel':
      return `panel:${actor.adminId}`
    case 'system':
      return `system:${actor.because}`
    case 'public':
      return 'public'
  }
}

/** What people read of whoever acts: a name, where there is one. */
export function displayNameOf(actor: Actor): string {
  return actor.kind === 'user' || actor.kind === 'panel' ? actor.displayName : nameOf(actor)
}
