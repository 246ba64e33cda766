import { ok, refuse, type Actor, type Result } from '@practice/kernel'
import type { FlagRefusal } from './refusals'
import { actsAt, isOwnHousehold } from './authority'
import type { FlagState } from './vocabulary'

/** Who settles flags. */
export const FLAG_SETTLING_ROLES = ['points-supervisor'] as const

/** What of a flag decides whether it may be settled. */
export interface FlagStanding {
  state: FlagState
  siteCode: string
  /** Of the record that raised it, where there is one. */
  householdCode: string | null
}

/** Whether an actor who sees a flag may settle it. */
export function checkFlagSettling(flag: FlagStanding, actor: Actor): Result<null, FlagRefusal> {
  if (!actsAt(actor, FLAG_SETTLING_ROLES, flag.siteCode)) return refuse('role_not_allowed')
  if (isOwnHousehold(actor, flag.householdCode)) return refuse('same_household')
  return flag.state === 'open' ? ok(null) : refuse('wrong_state', { state: flag.state, from: ['open'] })
}

/** What the console draws for a flag. */
export function allowedOfFlag(flag: FlagStanding, actor: Actor): 'settle'[] {
  return checkFlagSettling(flag, actor).ok ? ['settle'] : []
}
