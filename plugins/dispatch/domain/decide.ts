import { ok, refuse, type Actor, type Instant, type Result, type UserActor } from '@practice/kernel'
import { admits } from './allowed'
import { clocksAfter, type ClockRules } from './clocks'
import { effectOf } from './effects'
import { GUARDS, type Facts, type Situation } from './guards'
import type { Command, Order, OrderProgress } from './order'
import type { OrderRefusal } from './refusals'
import { transitionOf } from './transitions'
import { OCCUPYING_STATES, type EventVerb, type OrderState } from './vocabulary'

/** What is kept of a step: never changed afterwards. */
export interface EventFacts {
  verb: EventVerb
  from: OrderState | null
  to: OrderState
  /** The reason, comment or summary, as it was given. */
  note: string | null
  data: Readonly<Record<string, unknown>>
}

/** A verb decided: the state it leads to, what changes on the order, clocks included, and the event that tells of it. */
export interface Decision {
  to: OrderState
  changes: Partial<OrderProgress>
  event: EventFacts
  /** The team whose capacity this takes a place of; it must be counted again in the transaction that writes. */
  occupies: string | null
  /** The teams that are invited to claim (`pool`). */
  invites: readonly string[]
  /** The files that come to belong to the order (`complete`). */
  evidence: readonly string[]
}

/** What `decide` is told. */
export interface Deciding {
  order: Order
  command: Command
  actor: Actor
  now: Instant
  rules: ClockRules
  facts: Facts
}

/** The part of the decision that needs no facts, so that they are only gathered when they can matter: who may act. */
export function precheck(order: Order, command: Command, actor: Actor): Result<UserActor, OrderRefusal> {
  const admitted = admits(order, command.verb, actor)
  if (!admitted.ok) return admitted
  return order.version === command.version ? admitted : refuse('changed_meanwhile')
}

/** Decides a verb on an order that the actor sees. Pure: order, command, facts and time in, a decision or a refusal out. */
export function decide({ order, command, actor, now, rules, facts }: Deciding): Result<Decision, OrderRefusal> {
  const admitted = precheck(order, command, actor)
  if (!admitted.ok) return admitted
  const transition = transitionOf(command.verb)
  const situation: Situation = { order, command, actor: admitted.value, now, facts }
  for (const need of transition.needs) {
    const held = GUARDS[need](situation)
    if (!held.ok) return held
  }
  const to = transition.to === 'same' ? order.state : transition.to
  const effect = effectOf(situation)
  const changes = { ...effect.changes, ...clocksAfter(command.verb, order, now, rules) }
  const teamCode = changes.teamCode === undefined ? order.teamCode : changes.teamCode
  return ok({
    to,
    changes,
    event: { verb: command.verb, from: order.state, to, note: effect.note, data: effect.data },
    occupies: takesPlace(order, to) && command.verb !== 'rework' ? teamCode : null,
    invites: effect.invites ?? [],
    evidence: effect.evidence ?? [],
  })
}

/** An order that its team has on its hands already takes no further place; one that is done again is its team's to do. */
function takesPlace(order: Order, to: OrderState): boolean {
  const occupying: readonly OrderState[] = OCCUPYING_STATES
  return occupying.includes(to) && !occupying.includes(order.state)
}
