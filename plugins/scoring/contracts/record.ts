import { z } from 'zod'
import {
  OBJECTION_STATES,
  OBJECTION_VERBS,
  RECORD_EVENT_VERBS,
  RECORD_STATES,
  RECORD_VERBS,
  RULE_KINDS,
  SOURCE_TYPES,
  THEMES,
  type ObjectionVerb,
  type RecordVerb,
} from '../domain/vocabulary'
import { code, documentId, eachOnce, FileView, instant, Person, reason, Ref } from './shared'

export {
  OBJECTION_STATES,
  OBJECTION_VERBS,
  RECORD_EVENT_VERBS,
  RECORD_STATES,
  RECORD_VERBS,
  SOURCE_TYPES,
  type ObjectionState,
  type ObjectionVerb,
  type RecordEventVerb,
  type RecordState,
  type RecordVerb,
  type SourceType,
} from '../domain/vocabulary'

const Source = z.strictObject({ type: z.enum(SOURCE_TYPES), documentId })

/** POST /api/scoring/records, with an `Idempotency-Key` header when it must not count twice. */
export const RecordScore = {
  body: z.strictObject({
    /** A card's number. */
    card: code,
    /** A rule's code in the set that decides at the card's site. */
    rule: code,
    quantity: z.int().min(1).max(100).optional(),
    occurredAt: instant,
    note: z.string().trim().max(500).optional(),
    /** documentIds of uploaded files. */
    evidence: eachOnce(documentId, 12).optional(),
    /** The archived order or the activity that it comes from. */
    source: Source.optional(),
    /** Who of the household did it, when that matters. */
    member: z.string().trim().min(1).max(40).optional(),
  }),
}
export type RecordScoreBody = z.infer<typeof RecordScore.body>

export const BATCH_MAX = 100
/** POST /api/scoring/records/batch `{data: [{…}]}` — each line stands or falls alone; the lines' shape is checked one by one. */
export const RecordBatch = { body: z.array(z.unknown()).min(1).max(BATCH_MAX) }

export const RecordView = z.strictObject({
  documentId: z.string(),
  number: z.string(),
  state: z.enum(RECORD_STATES),
  version: z.int(),
  card: z.strictObject({ number: z.string(), holder: z.string(), household: z.string() }),
  site: Ref,
  rule: Ref,
  /** The version of the rule set under which it was recorded. */
  ruleVersion: z.int(),
  theme: z.enum(THEMES),
  kind: z.enum(RULE_KINDS),
  quantity: z.int(),
  /** Below zero for a deduction. */
  points: z.int(),
  occurredAt: instant,
  note: z.string().nullable(),
  member: z.string().nullable(),
  evidence: z.array(FileView),
  source: Source.extend({ label: z.string() }).nullable(),
  recordedBy: Person,
  recordedAt: instant,
  review: z.strictObject({ by: Person, at: instant, reason: z.string().nullable() }).nullable(),
  noticeEndsAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** What the asker may do now; `object` where they may object to it. */
  allowed: z.array(z.enum([...RECORD_VERBS, 'object'])),
})
export type ScoreRecord = z.infer<typeof RecordView>

export const RecordEventView = z.strictObject({
  verb: z.enum(RECORD_EVENT_VERBS),
  from: z.enum(RECORD_STATES).nullable(),
  to: z.enum(RECORD_STATES),
  actor: z.strictObject({ name: z.string(), role: z.string() }),
  at: instant,
  note: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})

/** GET /api/scoring/records/:documentId — for a review, also what the holder got in that month. */
export const RecordDetailView = RecordView.extend({
  events: z.array(RecordEventView),
  /** The rule's text and what is left of its cap in the month of the record; null without a cap. */
  cap: z.strictObject({ perMonth: z.int(), used: z.int() }).nullable(),
  /** The same holder's other records of the same month, the latest first, at most 50. */
  sameMonth: z.array(RecordView),
})
export type ScoreRecordDetail = z.infer<typeof RecordDetailView>

/** A line of a batch: the record, or the refusal in the form of a failure's `error`. */
export const BatchLineView = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), record: RecordView }),
  z.strictObject({ ok: z.literal(false), code: z.string(), details: z.record(z.string(), z.unknown()) }),
])
export type BatchLine = z.infer<typeof BatchLineView>

/** The bodies of POST /api/scoring/records/:documentId/<verb>. */
export const RECORD_BODIES = {
  approve: z.strictObject({ reason: reason.optional() }),
  reject: z.strictObject({ reason }),
  withdraw: z.strictObject({ reason }),
} as const satisfies Record<RecordVerb, z.ZodType>

/** POST /api/scoring/records/:documentId/objections — `by` is who objects, when it is entered for them. */
export const ObjectTo = { body: z.strictObject({ reason, by: z.string().trim().min(1).max(40).optional() }) }

export const ObjectionView = z.strictObject({
  documentId: z.string(),
  state: z.enum(OBJECTION_STATES),
  reason: z.string(),
  by: z.string(),
  filedAt: instant,
  decision: z.strictObject({ by: Person, at: instant, reason: z.string() }).nullable(),
  record: RecordView,
  allowed: z.array(z.enum(OBJECTION_VERBS)),
})
export type Objection = z.infer<typeof ObjectionView>

/** The bodies of POST /api/scoring/objections/:documentId/<verb>. */
export const OBJECTION_BODIES = {
  uphold: z.strictObject({ reason }),
  dismiss: z.strictObject({ reason }),
} as const satisfies Record<ObjectionVerb, z.ZodType>

export const RECORD_FILTERS = [
  'number',
  'state',
  'site',
  'card',
  'household',
  'rule',
  'theme',
  'kind',
  'recordedBy',
  'reviewedBy',
  'recordedAt',
  'occurredAt',
  'noticeEndsAt',
] as const
export const RECORD_SORTS = ['number', 'recordedAt', 'occurredAt', 'noticeEndsAt', 'points'] as const
export const OBJECTION_FILTERS = ['state', 'site', 'filedAt'] as const
export const OBJECTION_SORTS = ['filedAt'] as const
