import {
  displayNameOf,
  isoOf,
  isWithin,
  nameOf,
  ok,
  refuse,
  type Actor,
  type Instant,
  type Result,
  type UserActor,
} from '@practice/kernel'
import { isOver, noticeEndsAt } from './notice'
import {
  GIVEN_BACK,
  RECORD_ADDRESSED,
  recordTransitionOf,
  UNDER_WAY,
  type RecordAct,
  type RecordNeed,
} from './record-transitions'
import type { RecordRefusal } from './refusals'
import { isOwnHousehold } from './authority'
import type { RecordEventVerb, RecordState, RecordVerb } from './vocabulary'

/** What of a record decides who may do what to it. */
export interface RecordStanding {
  state: RecordState
  version: number
  siteCode: string
  householdCode: string
  /** Signed. */
  points: number
  /** Usernames. */
  recordedBy: string
  reviewedBy: string | null
  noticeEndsAt: Instant | null
}

/** What verbs change on a record. */
export interface RecordChanges {
  reviewedBy: string
  reviewedByName: string
  reviewedByHousehold: string | null
  reviewedAt: Instant
  reviewReason: string | null
  noticeEndsAt: Instant
  /** When it came to its end: posted, rejected, withdrawn or voided. */
  closedAt: Instant
}

/** What is kept of a step: never changed afterwards. */
export interface RecordEventFacts {
  verb: RecordEventVerb
  from: RecordState | null
  to: RecordState
  actor: string
  actorName: string
  /** The role, or `system`. */
  actorRole: string
  at: Instant
  note: string | null
  data: Readonly<Record<string, unknown>>
}

/** An act decided. */
export interface RecordDecision {
  from: RecordState
  to: RecordState
  changes: Partial<RecordChanges>
  event: RecordEventFacts
  /** Whether the cap gets the points back. */
  givesBack: boolean
  /** By how much the points on their way change: 0, or less by the record's when they no longer are. */
  pendingChange: number
}

/** Whether an actor who sees the record may do this act to it as it stands: who you are, then how it stands. */
export function admitsRecord(
  record: RecordStanding,
  act: RecordAct,
  actor: Actor,
  now: Instant,
  objectorHousehold: string | null = null,
): Result<null, RecordRefusal> {
  const { from, needs } = recordTransitionOf(act)
  if (!mayAct(record, act, actor)) return refuse('role_not_allowed')
  if (actor.kind === 'user') {
    const recused = recusalOf(record, needs, actor, objectorHousehold)
    if (recused !== null) return refuse(recused)
  }
  if (act === 'object' && record.state === 'held') return refuse('already_objected')
  if (act === 'object' && record.state === 'posted')
    return refuse('notice_over', { noticeEndsAt: isoOf(record.noticeEndsAt) })
  if (!from.includes(record.state)) return refuse('wrong_state', { state: record.state, from })
  if (needs.includes('notice_running') && isOver(record, now)) {
    return refuse('notice_over', { noticeEndsAt: isoOf(record.noticeEndsAt) })
  }
  if (needs.includes('notice_over') && !isOver(record, now)) {
    return refuse('wrong_state', { state: record.state, noticeEndsAt: isoOf(record.noticeEndsAt) })
  }
  return ok(null)
}

/** By role, in the own site and below: of a resident, that is the own village. The system posts anywhere. */
function mayAct(record: RecordStanding, act: RecordAct, actor: Actor): boolean {
  const { by } = recordTransitionOf(act)
  if (actor.kind === 'system') return by.includes('system')
  if (actor.kind !== 'user' || !by.includes(actor.role)) return false
  return actor.siteCode !== null && isWithin(record.siteCode, actor.siteCode)
}

/** Why somebody must keep their hands off, whatever their role (domain.md, points, 2, 3 and 7). */
function recusalOf(
  record: RecordStanding,
  needs: readonly RecordNeed[],
  actor: UserActor,
  objectorHousehold: string | null,
): RecordRefusal | null {
  if (needs.includes('other_hand') && record.recordedBy === actor.username) return 'own_record'
  const households = [record.householdCode, objectorHousehold]
  if (needs.includes('other_household') && households.some((household) => isOwnHousehold(actor, household))) {
    return 'same_household'
  }
  if (needs.includes('not_reviewer') && record.reviewedBy === actor.username) return 'was_reviewer'
  return null
}

/** The verbs that the console draws for an actor who sees a record; `object` where they may object to it. */
export function allowedVerbs(record: RecordStanding, actor: Actor, now: Instant): (RecordVerb | 'object')[] {
  return RECORD_ADDRESSED.filter((verb) => admitsRecord(record, verb, actor, now).ok)
}

/** What `decideRecord` is told. */
export interface RecordDeciding {
  record: RecordStanding
  verb: RecordVerb
  reason: string | null
  actor: Actor
  now: Instant
  /** Of the rule set by which it was recorded (`approve`). */
  noticeDays: number
}

/** Decides a verb on a record that the actor sees. */
export function decideRecord(deciding: RecordDeciding): Result<RecordDecision, RecordRefusal> {
  const { record, verb, reason, actor, now, noticeDays } = deciding
  const admitted = admitsRecord(record, verb, actor, now)
  if (!admitted.ok) return admitted
  const decision = actOn(record, { act: verb, actor, now, note: reason })
  if (verb === 'withdraw' || actor.kind !== 'user') return ok(decision)
  const review = {
    reviewedBy: actor.username,
    reviewedByName: actor.displayName,
    reviewedByHousehold: actor.householdCode,
    reviewedAt: now,
    reviewReason: reason,
  }
  if (verb === 'reject') return ok({ ...decision, changes: { ...decision.changes, ...review } })
  const until = noticeEndsAt(now, noticeDays)
  return ok({
    ...decision,
    changes: { ...review, noticeEndsAt: until },
    event: { ...decision.event, data: { noticeEndsAt: isoOf(until) } },
  })
}

/** An act that was admitted. */
export interface ActOnRecord {
  act: RecordAct
  actor: Actor
  now: Instant
  note: string | null
  data?: Readonly<Record<string, unknown>>
  /** Where it leads when that is not where the rulebook leads it. */
  to?: RecordState
}

/** What an admitted act does to a record. */
export function actOn(
  record: RecordStanding,
  { act, actor, now, note, data, to: elsewhere }: ActOnRecord,
): RecordDecision {
  const to = elsewhere ?? recordTransitionOf(act).to
  return {
    from: record.state,
    to,
    changes: isUnderWay(to) ? {} : { closedAt: now },
    event: eventOf({ verb: act, from: record.state, to, note, data: data ?? {} }, actor, now),
    givesBack: isGivenBack(to),
    pendingChange: isUnderWay(record.state) && !isUnderWay(to) ? 0 - pendingOf(record.points) : 0,
  }
}

/** An event of a record, with who did it. */
export function eventOf(
  step: Pick<RecordEventFacts, 'verb' | 'from' | 'to' | 'note' | 'data'>,
  actor: Actor,
  now: Instant,
): RecordEventFacts {
  return {
    ...step,
    actor: nameOf(actor),
    actorName: displayNameOf(actor),
    actorRole: actor.kind === 'user' ? actor.role : actor.kind,
    at: now,
  }
}

/** What a record of so many points adds to the points on their way: a reward's, while a deduction adds none. */
export function pendingOf(points: number): number {
  return Math.max(0, points)
}

/** The card that a record is to be posted to: its own, its successor, or none any more. */
export interface PostingCard {
  number: string
  state: 'active' | 'frozen' | 'closed'
}

/**
 * Decides the posting of a record whose notice is over. A frozen card gets its points, it only cannot spend them; when
 * the card was closed without a successor the record is voided, and its event says so.
 */
export function decidePosting(
  record: RecordStanding,
  card: PostingCard | null,
  actor: Actor,
  now: Instant,
): Result<RecordDecision, RecordRefusal> {
  const admitted = admitsRecord(record, 'post', actor, now)
  if (!admitted.ok) return admitted
  const posting = { act: 'post', actor, now, note: null } as const
  if (card !== null && card.state !== 'closed') return ok(actOn(record, { ...posting, data: { card: card.number } }))
  return ok(actOn(record, { ...posting, to: 'voided', data: { because: 'card_closed' } }))
}

function isUnderWay(state: RecordState): boolean {
  const states: readonly RecordState[] = UNDER_WAY
  return states.includes(state)
}

function isGivenBack(state: RecordState): boolean {
  const states: readonly RecordState[] = GIVEN_BACK
  return states.includes(state)
}
