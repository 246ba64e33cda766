import {
  inTransaction,
  ok,
  parseValue,
  refuse,
  Refused,
  type Actor,
  type Instant,
  type Refusal,
  type Result,
  type SystemActor,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import {
  RecordScore,
  type BatchLine,
  type RecordScoreBody,
  type ScoreRecord,
  type ScoreRecordDetail,
} from '../../contracts'
import { capKeyOf, type RecordingRefusal } from '../../domain'
import { usedOfCap } from '../store/caps'
import { listRecords, type RecordListQuery } from '../store/record-list'
import type { StoredRecord } from '../store/record-rows'
import { findRecord, findRecordEvents, findSameMonth } from '../store/records'
import { findRule } from '../store/rule-sets'
import { readSiteNames } from '../store/directory'
import { once, type Made } from './once'
import { draftOf, write } from './recording'
import { recordDetail, recordView, refusedLine, viewingOf } from './record-view'

const RECORDED: SystemActor = { kind: 'system', because: 'recorded' }
const SAME_MONTH_MAX = 50

/** A score that is recorded, and under which key, so that a request that is sent again counts once. */
export interface Scoring {
  body: RecordScoreBody
  key: string | null
  /** Where a key stands for several scores, which of them this is. */
  operation?: string
}

/** The record, and whether this very call made it. */
export interface Recorded {
  record: ScoreRecord
  fresh: boolean
}

/** What became of the lines of a batch, and whether any of them was not there before. */
export interface BatchOutcome {
  lines: BatchLine[]
  fresh: boolean
}

/** A page of records as the contract shows them; `total` is null when nobody asked. */
export interface RecordPage {
  records: ScoreRecord[]
  total: number | null
}

/** Scores: recording them, one by one and in batch, and looking at them. */
export const records = ({ strapi }: { strapi: Core.Strapi }) => {
  async function make(
    actor: Actor,
    { body, key, operation = 'record.create' }: Scoring,
    now: Instant,
  ): Promise<Result<{ record: StoredRecord; fresh: boolean }, RecordingRefusal>> {
    const draft = await draftOf(strapi, actor, body, now)
    if (!draft.ok && key === null) return draft
    const done = await inTransaction<Made, RecordingRefusal>(strapi, (trx) =>
      // A repetition is answered before the rules are asked: what was recorded stays so, whatever changed since.
      once(strapi, trx, { actor, operation, key, input: body }, async () => {
        if (!draft.ok) throw new Refused<RecordingRefusal>(draft)
        return write(strapi, trx, actor, draft.value)
      }),
    )
    if (!done.ok) return done
    const { documentId, fresh } = done.value
    // Whoever recorded it is shown it, even where a repetition comes after the account has moved elsewhere.
    const record = await findRecord(strapi.db.connection, documentId, RECORDED)
    if (record === null) throw new Error(`the record ${documentId} was made and is gone`)
    return ok({ record, fresh })
  }

  return {
    /** Records a score; with a key, at most once. */
    async record(actor: Actor, scoring: Scoring, now: Instant): Promise<Result<Recorded, RecordingRefusal>> {
      const made = await make(actor, scoring, now)
      if (!made.ok) return made
      const { record, fresh } = made.value
      return ok({ record: recordView(record, await viewingOf(strapi, actor, [record], now)), fresh })
    },

    /**
     * Records scores, each in a transaction of its own: what is sound stands, the rest say why not. With a key, a batch
     * that is sent again records nothing twice, also where the first time broke off in the middle: each line has its
     * own share of the key. The key with another batch is refused.
     */
    async batch(
      actor: Actor,
      lines: readonly unknown[],
      key: string | null,
      now: Instant,
    ): Promise<Result<BatchOutcome, 'key_reused'>> {
      const kept = await keepBatch(strapi, actor, lines, key)
      if (!kept.ok) return kept
      const made: (StoredRecord | Refusal)[] = []
      let fresh = key === null
      for (const [index, line] of lines.entries()) {
        const body = parseValue(RecordScore.body, line)
        const operation = `record.batch.${index}`
        const outcome = body.ok ? await make(actor, { body: body.value, key, operation }, now) : body
        fresh ||= outcome.ok && outcome.value.fresh
        made.push(outcome.ok ? outcome.value.record : outcome)
      }
      const stored = made.flatMap((one) => ('ok' in one ? [] : [one]))
      const viewing = await viewingOf(strapi, actor, stored, now)
      const views = made.map((one): BatchLine =>
        'ok' in one ? refusedLine(one) : { ok: true, record: recordView(one, viewing) },
      )
      return ok({ lines: views, fresh })
    },

    /** The records that the actor reads, by page. */
    async list(actor: Actor, query: RecordListQuery, now: Instant): Promise<RecordPage> {
      const sites = [...(await readSiteNames(strapi)).keys()]
      const { rows, total } = await listRecords(strapi.db.connection, actor, query, sites)
      const viewing = await viewingOf(strapi, actor, rows, now)
      return { records: rows.map((record) => recordView(record, viewing)), total }
    },

    /** One record with its history and, for a review, what its holder got in that month. */
    async detail(actor: Actor, documentId: string, now: Instant): Promise<Result<ScoreRecordDetail, 'not_found'>> {
      const db = strapi.db.connection
      const record = await findRecord(db, documentId, actor)
      if (record === null) return refuse('not_found')
      const [events, rule, used, sameMonth] = await Promise.all([
        findRecordEvents(db, documentId),
        findRule(db, record.ruleSite, record.ruleVersion, record.ruleCode),
        usedOfCap(db, capKeyOf(record.holderKey, record.ruleCode, record.occurredAt)),
        findSameMonth(db, record, SAME_MONTH_MAX),
      ])
      const perMonth = rule?.capPerMonth ?? null
      const cap = perMonth === null ? null : { perMonth, used }
      const viewing = await viewingOf(strapi, actor, [record, ...sameMonth], now)
      return ok(recordDetail(record, { events, cap, sameMonth }, viewing))
    },
  }
}

/** Keeps what a key stands for as a whole, before its lines are looked at one by one. */
async function keepBatch(
  strapi: Core.Strapi,
  actor: Actor,
  lines: readonly unknown[],
  key: string | null,
): Promise<Result<unknown, 'key_reused'>> {
  if (key === null) return ok(null)
  return inTransaction<Made, 'key_reused'>(strapi, (trx) =>
    once(strapi, trx, { actor, operation: 'record.batch', key, input: lines }, async () => 'batch'),
  )
}
