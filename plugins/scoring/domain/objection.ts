import { ok, refuse, type Actor, type Instant, type Result, type UserActor } from '@practice/kernel'
import { actOn, admitsRecord, type RecordDecision, type RecordStanding } from './record'
import { OBJECTION_ACTS } from './record-transitions'
import type { RecordRefusal } from './refusals'
import { OBJECTION_VERBS, type ObjectionState, type ObjectionVerb } from './vocabulary'

/** What of an objection decides who may decide it. */
export interface ObjectionStanding {
  state: ObjectionState
  /** Of the household that objects, where it is known. */
  byHousehold: string | null
}

/** An objection to be filed. */
export interface Objecting {
  reason: string
  /** Who objects, when it is entered for them; whatever a resident says here, it is the account that objects. */
  by: string | null
}

/** An objection that may be filed: who objects, by which account, and what it does to the record. */
export interface Filing {
  by: string
  byUsername: string
  /** Of a resident; of a villager for whom it is entered the service may know it. */
  byHousehold: string | null
  record: RecordDecision
}

/** Decides whether an actor may object to a line on notice, for themselves or, as the village's admin, for a villager. */
export function decideFiling(
  record: RecordStanding,
  { reason, by }: Objecting,
  actor: Actor,
  now: Instant,
): Result<Filing, RecordRefusal> {
  const admitted = admitsRecord(record, 'object', actor, now)
  if (!admitted.ok) return admitted
  if (actor.kind !== 'user') return refuse('role_not_allowed')
  const resident = actor.role === 'resident'
  if (!resident && by === null) return refuse('by_missing')
  const who = resident || by === null ? actor.displayName : by
  return ok({
    by: who,
    byUsername: actor.username,
    byHousehold: resident ? actor.householdCode : null,
    record: actOn(record, { act: 'object', actor, now, note: reason, data: { by: who } }),
  })
}

/** An objection decided. */
export interface ObjectionDecision {
  objection: {
    state: 'upheld' | 'dismissed'
    decidedBy: string
    decidedByName: string
    decidedAt: Instant
    decision: string
  }
  record: RecordDecision
}

/** Whether an actor who sees an objection may decide it. */
export function admitsObjection(
  objection: ObjectionStanding,
  record: RecordStanding,
  verb: ObjectionVerb,
  actor: Actor,
  now: Instant,
): Result<UserActor, RecordRefusal> {
  const admitted = admitsRecord(record, verb, actor, now, objection.byHousehold)
  if (!admitted.ok) return admitted
  if (actor.kind !== 'user') return refuse('role_not_allowed')
  if (objection.state !== 'open') return refuse('wrong_state', { state: objection.state, from: ['open'] })
  return ok(actor)
}

/** The verbs that the console draws for an objection. */
export function allowedObjectionVerbs(
  objection: ObjectionStanding,
  record: RecordStanding,
  actor: Actor,
  now: Instant,
): ObjectionVerb[] {
  return OBJECTION_VERBS.filter((verb) => admitsObjection(objection, record, verb, actor, now).ok)
}

/** Decides an objection: upheld, the record is void; dismissed, it stands on notice again until the same end. */
export function decideObjection(
  objection: ObjectionStanding,
  record: RecordStanding,
  command: { verb: ObjectionVerb; reason: string },
  actor: Actor,
  now: Instant,
): Result<ObjectionDecision, RecordRefusal> {
  const { verb, reason } = command
  const admitted = admitsObjection(objection, record, verb, actor, now)
  if (!admitted.ok) return admitted
  const { username, displayName } = admitted.value
  return ok({
    objection: {
      state: OBJECTION_ACTS[verb],
      decidedBy: username,
      decidedByName: displayName,
      decidedAt: now,
      decision: reason,
    },
    record: actOn(record, { act: verb, actor, now, note: reason }),
  })
}
