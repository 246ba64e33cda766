import { refuse, Refused, service, type Actor, type Instant, type Refusal } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { capKeyOf, type RecordDecision, type RecordRefusal } from '../../domain'
import { giveBackCap } from '../store/caps'
import type { StoredRecord } from '../store/record-rows'
import { advanceRecord, appendRecordEvent, findRecord } from '../store/records'
import { findRule } from '../store/rule-sets'
import { changePending } from '../store/standings'
import { sharesOf } from './recording'
import { recordView, viewingOf } from './record-view'
import { tellOfStep } from './telling'

/** An act on a record that was decided, and who did it. */
export interface Step {
  actor: Actor
  record: StoredRecord
  decision: RecordDecision
  now: Instant
}

/**
 * Commits an act on a record: its state by compare-and-set, its event, and the audit entry, in the caller's
 * transaction; what it used goes back where it does not count any more. What was on its way is `settlePending`'s, since
 * standings are written after accounts. Refused when somebody was quicker.
 */
export async function takeStep(strapi: Core.Strapi, trx: Knex.Transaction, step: Step): Promise<StoredRecord> {
  const { actor, record, decision, now } = step
  const after = await advanceRecord(trx, record, { ...decision.changes, state: decision.to }, now)
  if (after === null) throw new Refused<RecordRefusal>(refuse('changed_meanwhile'))
  await appendRecordEvent(trx, after, decision.event)
  if (decision.givesBack) await giveBack(trx, record)
  const { documentId, siteCode, number, version } = after
  await service(strapi, 'access', 'audit').record(
    {
      actor,
      action: decision.event.verb,
      subjectType: 'record',
      subjectId: documentId,
      siteCode,
      detail: { number, version, to: decision.to },
    },
    trx,
  )
  await tellOfStep(strapi, trx, { record: after, event: decision.event, actor, now })
  return after
}

/** Takes the points of a record out of what is on its way, where the act has ended that. */
export async function settlePending(trx: Knex.Transaction, { record, decision }: Step): Promise<void> {
  await changePending(trx, record.siteCode, decision.pendingChange)
}

/** By the rule as it stood when it was recorded: one without a cap took nothing. */
async function giveBack(trx: Knex.Transaction, record: StoredRecord): Promise<void> {
  const rule = await findRule(trx, record.ruleSite, record.ruleVersion, record.ruleCode)
  const cap =
    rule === null || rule.capPerMonth === null
      ? null
      : {
          key: capKeyOf(record.holderKey, record.ruleCode, record.occurredAt),
          cap: rule.capPerMonth,
          points: Math.abs(record.points),
        }
  for (const share of sharesOf(record, cap)) await giveBackCap(trx, share)
}

const ABOUT_STATE: readonly RecordRefusal[] = ['wrong_state', 'changed_meanwhile', 'already_objected', 'notice_over']

/** Whoever lost is shown how the record stands now. */
export async function withFreshRecord(
  strapi: Core.Strapi,
  { actor, documentId, now }: { actor: Actor; documentId: string; now: Instant },
  refusal: Refusal<RecordRefusal>,
): Promise<Refusal<RecordRefusal>> {
  if (!ABOUT_STATE.includes(refusal.code)) return refusal
  const fresh = await findRecord(strapi.db.connection, documentId, actor)
  if (fresh === null) return refusal
  const viewing = await viewingOf(strapi, actor, [fresh], now)
  return refuse(refusal.code, { ...refusal.details, record: recordView(fresh, viewing) })
}
