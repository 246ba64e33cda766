import type { Instant } from '@practice/kernel'
import type { Escalation, OrderState, Urgency, Verb } from './vocabulary'

/** What a completed round left on file. */
export interface Completion {
  summary: string
  /** People served. */
  served: number
  hours: number
  /** Numbers of the volunteers who were present. */
  volunteers: readonly string[]
  /** documentIds of files. */
  evidence: readonly string[]
  at: Instant
}

/** The clocks of an order. Of the four deadlines one runs at a time; `deadline` repeats it, and is null when none runs. */
export interface OrderClocks {
  dispatchBy: Instant | null
  acceptBy: Instant | null
  resolveBy: Instant | null
  rateBy: Instant | null
  pausedAt: Instant | null
  deadline: Instant | null
  overdue: boolean
  escalation: Escalation | null
  /** When an overdue order goes one step up; null when it is not overdue or stands at the top. */
  escalateAt: Instant | null
}

/** A resident's or a staff member's verdict on a completed round. */
export interface OrderRating {
  stars: number | null
  ratingComment: string | null
  ratedBy: 'resident' | 'staff' | null
  ratedByUsername: string | null
  /** Why staff rated for the resident. */
  rateReason: string | null
  ratedAt: Instant | null
}

/** What verbs change on an order. */
export interface OrderProgress extends OrderClocks, OrderRating {
  teamCode: string | null
  /** How often it was sent back to be done again. */
  rework: number
  dispatchedAt: Instant | null
  acceptedAt: Instant | null
  startedAt: Instant | null
  completedAt: Instant | null
  archivedAt: Instant | null
  completion: Completion | null
}

/** An order as the rules see it. */
export interface Order extends OrderProgress {
  state: OrderState
  version: number
  siteCode: string
  householdCode: string | null
  requesterName: string
  requesterPhone: string
  urgency: Urgency
  /** Working days to resolve it, from the offering when it was placed. */
  resolveDays: number
  createdAt: Instant
}

/** What each verb takes, beside the version of the order that its sender saw. */
export interface VerbInputs {
  dispatch: { team: string; reason?: string | undefined }
  pool: { teams?: readonly string[] | undefined }
  claim: object
  accept: { arriveBy?: string | undefined }
  decline: { reason: string }
  start: object
  complete: {
    summary: string
    served: number
    hours: number
    volunteers: readonly string[]
    evidence: readonly string[]
  }
  rate: { stars: number; comment?: string | undefined; onBehalf?: { reason: string } | undefined }
  rework: { reason: string }
  pause: { reason: string }
  resume: { reason: string }
  cancel: { reason: string }
  archive: object
}

/** A verb with what it takes. */
export type Command<V extends Verb = Verb> = {
  [K in V]: { verb: K; version: number; input: VerbInputs[K] }
}[V]

/** What verbs will fill of an order that was just placed. */
export const UNTOUCHED = {
  teamCode: null,
  rework: 0,
  dispatchedAt: null,
  acceptedAt: null,
  startedAt: null,
  completedAt: null,
  archivedAt: null,
  completion: null,
  stars: null,
  ratingComment: null,
  ratedBy: null,
  ratedByUsername: null,
  rateReason: null,
  ratedAt: null,
} as const
