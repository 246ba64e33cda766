import type { MeView } from '@practice/access/contracts'

const STORED = 'practice.role'

/** What somebody does here, as far as this device knows. */
export type KnownRole = MeView['role']

/** The end of a token tells sessions apart without keeping a second copy of it. */
function markOf(jwt: string): string {
  return jwt.slice(-16)
}

/** Remembers whose session it is, so that the next visit opens the right pages at once, also without a line. */
export function keepRole(jwt: string, role: KnownRole): void {
  localStorage.setItem(STORED, JSON.stringify({ mark: markOf(jwt), role }))
}

function kept(): { mark: unknown; role: KnownRole } | null {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? 'null') as { mark: unknown; role: KnownRole } | null
  } catch {
    return null
  }
}

/** The role of a session, or null when it is not known yet. */
export function roleOf(jwt: string): KnownRole | null {
  const known = kept()
  return known !== null && known.mark === markOf(jwt) ? known.role : null
}

/** Whoever was here last: what a login most likely leads to. */
export function lastRole(): KnownRole | null {
  return kept()?.role ?? null
}
