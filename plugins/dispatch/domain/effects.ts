import type { Instant } from '@practice/kernel'
import type { Situation } from './guards'
import type { Order, OrderProgress, VerbInputs } from './order'
import type { Verb } from './vocabulary'

/** What a verb does, clocks and state aside. */
export interface Effect {
  changes: Partial<OrderProgress>
  /** The reason, comment or summary, as it was given. */
  note: string | null
  data: Readonly<Record<string, unknown>>
  /** The teams that are invited to claim. */
  invites?: readonly string[]
  /** The files that come to belong to the order. */
  evidence?: readonly string[]
}

type EffectOf<V extends Verb> = (input: VerbInputs[V], situation: Situation) => Effect

const EFFECTS: { readonly [V in Verb]: EffectOf<V> } = {
  dispatch: (input, { now, facts }) => ({
    changes: { teamCode: input.team, dispatchedAt: now },
    note: input.reason ?? null,
    data: { first: facts.firstTeam === input.team },
  }),
  pool: (input, { facts }) => {
    const invites = [...new Set(input.teams ?? facts.eligibleTeams)]
    return { changes: {}, note: null, data: { teams: invites }, invites }
  },
  claim: (_input, { actor, now }) => ({
    changes: { teamCode: actor.teamCode, dispatchedAt: now, acceptedAt: now },
    note: null,
    data: {},
  }),
  accept: (input, { now }) => ({
    changes: { acceptedAt: now },
    note: null,
    data: present({ arriveBy: input.arriveBy }),
  }),
  decline: (input) => ({ changes: { teamCode: null, dispatchedAt: null }, note: input.reason, data: {} }),
  start: (_input, { now }) => ({ changes: { startedAt: now }, note: null, data: {} }),
  complete: (input, { now }) => ({
    changes: { completedAt: now, completion: { ...input, at: now } },
    note: input.summary,
    data: { ...input },
    evidence: input.evidence,
  }),
  rate: (input, { actor, now }) => rated(input, actor.role === 'resident' ? 'resident' : 'staff', actor.username, now),
  rework: (input, { order, now }) => ({
    changes: afresh(order, now),
    note: input.reason,
    data: { round: order.rework + 1, stars: order.stars },
  }),
  pause: (input) => ({ changes: {}, note: input.reason, data: {} }),
  resume: (input, { order, now }) => ({
    changes: {},
    note: input.reason,
    data: { pausedMs: now - (order.pausedAt ?? now) },
  }),
  cancel: (input) => ({ changes: {}, note: input.reason, data: {} }),
  archive: (_input, { order, now }) => ({
    changes: { archivedAt: now },
    note: null,
    data: { rated: order.stars !== null },
  }),
}

/** What the verb of a situation does, once its guards hold. */
export function effectOf(situation: Situation): Effect {
  const { verb, input } = situation.command
  // Each verb's input is its own by the type of Command; the table pairs them by the same key.
  const effect = EFFECTS[verb] as (input: Situation['command']['input'], situation: Situation) => Effect
  return effect(input, situation)
}

function rated(input: VerbInputs['rate'], ratedBy: 'resident' | 'staff', username: string, now: Instant): Effect {
  return {
    changes: {
      stars: input.stars,
      ratingComment: input.comment ?? null,
      ratedBy,
      ratedByUsername: username,
      rateReason: input.onBehalf?.reason ?? null,
      ratedAt: now,
    },
    note: input.comment ?? null,
    data: { stars: input.stars, by: ratedBy, ...present({ reason: input.onBehalf?.reason }) },
  }
}

/** A round that begins again: its events keep what the last one said. */
function afresh(order: Order, now: Instant): Partial<OrderProgress> {
  return {
    rework: order.rework + 1,
    dispatchedAt: now,
    acceptedAt: null,
    startedAt: null,
    completedAt: null,
    completion: null,
    stars: null,
    ratingComment: null,
    ratedBy: null,
    ratedByUsername: null,
    rateReason: null,
    ratedAt: null,
  }
}

function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
