import { inScope, ok, refuse, scopeOf, type Actor, type Instant, type Result, type UserActor } from '@practice/kernel'
import { timeToRateIsOver } from './clocks'
import { isLow } from './guards'
import type { Order } from './order'
import type { OrderRefusal } from './refusals'
import { transitionOf, TRANSITIONS } from './transitions'
import { VERBS, type OrderState, type Verb } from './vocabulary'

/** What of an order decides who may do what to it. */
export type Standing = Pick<
  Order,
  'state' | 'siteCode' | 'teamCode' | 'householdCode' | 'pausedAt' | 'stars' | 'rateBy'
>

/**
 * Whether the actor, who sees the order, may do this verb to it as it stands. Role and ownership first, then the state.
 * A team leader sees an order of the own team or one that the own team is invited to claim, so that seeing is enough.
 */
export function admits(order: Standing, verb: Verb, actor: Actor): Result<UserActor, OrderRefusal> {
  const transition = transitionOf(verb)
  if (actor.kind !== 'user' || !transition.by.includes(actor.role)) return refuse('role_not_allowed')
  if (actor.role !== 'team-leader' && !inScope(scopeOf(actor, 'order', 'write'), order))
    return refuse('role_not_allowed')
  if (concernsOwnHousehold(order, actor)) return refuse('own_household')
  if (!transition.from.includes(order.state))
    return refuse('wrong_state', { state: order.state, from: transition.from })
  if (transition.whilePaused === 'refused' && order.pausedAt !== null) return refuse('paused')
  if (transition.whilePaused === 'required' && order.pausedAt === null) return refuse('not_paused')
  return ok(actor)
}

/** Nobody decides about what concerns their own household; residents, who act for theirs, aside (permissions.md). */
function concernsOwnHousehold(order: Standing, actor: UserActor): boolean {
  return actor.role !== 'resident' && actor.householdCode !== null && actor.householdCode === order.householdCode
}

/** The verbs that the console draws for an actor who sees the order, in the order of the rulebook. */
export function allowedVerbs(order: Standing, actor: Actor, now: Instant): Verb[] {
  if (actor.kind !== 'user') return []
  return candidates(actor.role, order.state).filter((verb) => admits(order, verb, actor).ok && inTime(order, verb, now))
}

/** What of the later rules can be said without an input: there is no button for what is sure to be refused. */
function inTime(order: Standing, verb: Verb, now: Instant): boolean {
  if (verb === 'rework') return order.stars !== null && isLow(order.stars)
  if (verb === 'archive') return order.stars !== null || timeToRateIsOver(order, now)
  return true
}

const CANDIDATES = new Map<string, readonly Verb[]>()

/** Verbs by role and state, worked out once: lists ask for every row. */
function candidates(role: UserActor['role'], state: OrderState): readonly Verb[] {
  const key = `${role} ${state}`
  const known = CANDIDATES.get(key)
  if (known !== undefined) return known
  const verbs = VERBS.filter((verb) => {
    const { by, from } = transitionOf(verb)
    return by.includes(role) && from.includes(state)
  })
  CANDIDATES.set(key, verbs)
  return verbs
}

/** Every role that can do anything to an order, beyond seeing it. */
export const ACTING_ROLES = [...new Set(Object.values(TRANSITIONS).flatMap(({ by }) => [...by]))]
