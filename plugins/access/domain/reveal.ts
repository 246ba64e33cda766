import { inScope, ok, refuse, scopeOf, type Actor, type Result, type ScopedRow } from '@practice/kernel'

/** The masked fields that may be shown in full, by type. */
export const REVEALABLE = { order: ['phone'], household: ['phone', 'idNumber'], volunteer: ['phone'] } as const
export type RevealType = keyof typeof REVEALABLE

export type RevealRefusal = 'invalid' | 'role_not_allowed' | 'not_found' | 'wrong_state'

/** States of an order in which its team needs to reach the requester. */
const IN_HAND: readonly string[] = ['accepted', 'started']

/** Whether a type has a masked field of this name. */
export function isRevealable(type: RevealType, field: string): boolean {
  return (REVEALABLE[type] as readonly string[]).includes(field)
}

/**
 * Whether a field of a row that the actor reads is shown in full (permissions.md, last lines): to the dispatcher; to a
 * village's admin of own rows; to a team's leader of the team's orders, from accepting to completing.
 */
export function decideReveal(
  actor: Actor,
  type: RevealType,
  row: ScopedRow & { state?: unknown },
): Result<void, RevealRefusal> {
  if (actor.kind !== 'user') return refuse('role_not_allowed')
  switch (actor.role) {
    case 'county-dispatcher':
      return ok(undefined)
    case 'village-admin':
      // Volunteers of the sites above are read, not reached.
      return inScope(scopeOf(actor, 'household', 'read'), row) ? ok(undefined) : refuse('role_not_allowed')
    case 'team-leader':
      if (type !== 'order' || row.teamCode !== actor.teamCode) return refuse('role_not_allowed')
      return IN_HAND.includes(String(row.state)) ? ok(undefined) : refuse('wrong_state', { state: row.state })
    default:
      return refuse('role_not_allowed')
  }
}
