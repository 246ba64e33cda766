import { inTransaction, ok, refuse, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { ScoreRecord } from '../../contracts'
import { admitsRecord, decideRecord, type RecordRefusal, type RecordVerb } from '../../domain'
import type { StoredRecord } from '../store/record-rows'
import { findRecord } from '../store/records'
import { findRuleSet } from '../store/rule-sets'
import { recordView, viewingOf } from './record-view'
import { settlePending, takeStep, withFreshRecord } from './steps'

/** A verb on a record. */
export interface RecordCommand {
  verb: RecordVerb
  reason: string | null
}

/** What reviewers, and those who withdraw, do to a record. */
export const reviews = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Approves, rejects or withdraws. A refusal for its state carries the record as it stands, as `details.record`. */
  async act(
    actor: Actor,
    documentId: string,
    { verb, reason }: RecordCommand,
    now: Instant,
  ): Promise<Result<ScoreRecord, RecordRefusal>> {
    const asked = { actor, documentId, now }
    const record = await findRecord(strapi.db.connection, documentId, actor)
    if (record === null) return refuse('not_found')
    const admitted = admitsRecord(record, verb, actor, now)
    if (!admitted.ok) return withFreshRecord(strapi, asked, admitted)
    const noticeDays = await noticeDaysOf(strapi, record)
    const decision = decideRecord({ record, verb, reason, actor, now, noticeDays })
    if (!decision.ok) return withFreshRecord(strapi, asked, decision)
    const step = { actor, record, decision: decision.value, now }
    const done = await inTransaction<StoredRecord, RecordRefusal>(strapi, async (trx) => {
      const after = await takeStep(strapi, trx, step)
      await settlePending(trx, step)
      return after
    })
    if (!done.ok) return withFreshRecord(strapi, asked, done)
    return ok(recordView(done.value, await viewingOf(strapi, actor, [done.value], now)))
  },
})

/** Of the set by which it was recorded: a change of the rules does not touch what stands under the old ones. */
async function noticeDaysOf(strapi: Core.Strapi, { ruleSite, ruleVersion }: StoredRecord): Promise<number> {
  const set = await findRuleSet(strapi.db.connection, ruleSite, ruleVersion)
  if (set === null) throw new Error(`the set ${ruleVersion} of ${ruleSite} is gone`)
  return set.noticeDays
}
