/** The states of an order, in the order of the loop. */
export const ORDER_STATES = [
  'placed',
  'pooled',
  'dispatched',
  'accepted',
  'started',
  'completed',
  'rated',
  'archived',
  'cancelled',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** What can be done to a placed order. */
export const VERBS = [
  'dispatch',
  'pool',
  'claim',
  'accept',
  'decline',
  'start',
  'complete',
  'rate',
  'rework',
  'pause',
  'resume',
  'cancel',
  'archive',
] as const
export type Verb = (typeof VERBS)[number]

/** Event verbs: the verbs, the placing itself, and what the clocks did. */
export const EVENT_VERBS = ['place', ...VERBS, 'overdue', 'escalate'] as const
export type EventVerb = (typeof EVENT_VERBS)[number]

/** How a resident's wish reached the desk. */
export const CHANNELS = ['phone', 'web', 'desk', 'paper', 'telephone'] as const
export type Channel = (typeof CHANNELS)[number]

export const URGENCIES = ['urgent', 'general'] as const
export type Urgency = (typeof URGENCIES)[number]

/** 站 → 所 → 中心 → 包联领导: whom an overdue order has been escalated to. */
export const ESCALATIONS = ['village', 'town', 'center', 'leader'] as const
export type Escalation = (typeof ESCALATIONS)[number]

/** Which clock is running, hence which deadline counts. */
export const CLOCKS = ['dispatchBy', 'acceptBy', 'resolveBy', 'rateBy'] as const
export type ClockName = (typeof CLOCKS)[number]

/** What a suggestion is made of. */
export const FACTORS = ['skill', 'tier', 'distance', 'pairing', 'load', 'rating', 'declines', 'fairness'] as const
export type FactorName = (typeof FACTORS)[number]

/** Why a team cannot be sent, earlier first. */
export const INELIGIBILITIES = [
  'inactive',
  'not_in_lineage',
  'skill_missing',
  'at_capacity',
  'declined_before',
  'own_household',
] as const
export type IneligibilityCode = (typeof INELIGIBILITIES)[number]

/** The states in which an order takes up a place of its team's capacity. */
export const OCCUPYING_STATES = ['dispatched', 'accepted', 'started'] as const satisfies readonly OrderState[]
