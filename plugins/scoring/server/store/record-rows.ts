import { columnsOf, instantOf, jsonOf, momentOf, type Instant, type Moment } from '@practice/kernel'
import type { RecordState, RuleKind, SourceType, Theme } from '../../domain'

/** A record of points as it is kept. */
export interface StoredRecord {
  documentId: string
  number: string
  siteCode: string
  cardNumber: string
  /** Whose it is when caps are counted: the household's code, or `household#member`. */
  holderKey: string
  householdCode: string
  holderName: string
  /** Who of the household did it, where that was said. */
  member: string | null
  /** The site whose rule set decided, and its version. */
  ruleSite: string
  ruleVersion: number
  ruleCode: string
  ruleName: string
  theme: Theme
  kind: RuleKind
  /** Below zero for a deduction. */
  points: number
  quantity: number
  occurredAt: Instant
  /** The month of China in which it occurred, `YYYY-MM`. */
  month: string
  note: string | null
  /** documentIds of files. */
  evidence: readonly string[]
  sourceType: SourceType | null
  sourceId: string | null
  sourceLabel: string | null
  state: RecordState
  version: number
  /** How many events it has; the next one's sequence is one more. */
  events: number
  recordedBy: string
  recordedByName: string
  recordedByHousehold: string | null
  recordedAt: Instant
  reviewedBy: string | null
  reviewedByName: string | null
  reviewedByHousehold: string | null
  reviewedAt: Instant | null
  reviewReason: string | null
  noticeEndsAt: Instant | null
  closedAt: Instant | null
  transferId: string | null
}

/** A row of `scoring_records`. */
export interface RecordRow {
  document_id: string
  number: string
  site_code: string
  card_number: string
  holder_key: string
  household_code: string
  holder_name: string
  member: string | null
  rule_site: string
  rule_version: number
  rule_code: string
  rule_name: string
  theme: Theme
  kind: RuleKind
  points: number
  quantity: number
  occurred_at: Moment
  month: string
  note: string | null
  evidence: unknown
  source_type: SourceType | null
  source_id: string | null
  source_label: string | null
  state: RecordState
  version: number
  events: number
  recorded_by: string
  recorded_by_name: string
  recorded_by_household: string | null
  recorded_at: Moment
  reviewed_by: string | null
  reviewed_by_name: string | null
  reviewed_by_household: string | null
  reviewed_at: Moment
  review_reason: string | null
  notice_ends_at: Moment
  closed_at: Moment
  transfer_id: string | null
}

const COLUMNS = [
  ...['document_id', 'number', 'site_code', 'card_number', 'holder_key', 'household_code', 'holder_name', 'member'],
  ...['rule_site', 'rule_version', 'rule_code', 'rule_name', 'theme', 'kind', 'points', 'quantity', 'occurred_at'],
  ...['month', 'note', 'evidence', 'source_type', 'source_id', 'source_label', 'state', 'version', 'events'],
  ...['recorded_by', 'recorded_by_name', 'recorded_by_household', 'recorded_at', 'reviewed_by', 'reviewed_by_name'],
  ...['reviewed_by_household', 'reviewed_at', 'review_reason', 'notice_ends_at', 'closed_at', 'transfer_id'],
]

/** The columns of a record, of the table by the alias `r`. */
export const RECORD_SQL = COLUMNS.map((column) => `r.${column}`).join(', ')

/** A row as a record. */
export function recordOf(row: RecordRow): StoredRecord {
  return {
    documentId: row.document_id,
    number: row.number,
    siteCode: row.site_code,
    cardNumber: row.card_number,
    holderKey: row.holder_key,
    householdCode: row.household_code,
    holderName: row.holder_name,
    member: row.member,
    ruleSite: row.rule_site,
    ruleVersion: row.rule_version,
    ruleCode: row.rule_code,
    ruleName: row.rule_name,
    theme: row.theme,
    kind: row.kind,
    points: row.points,
    quantity: row.quantity,
    occurredAt: momentOf(row.occurred_at),
    month: row.month,
    note: row.note,
    evidence: jsonOf<string[]>(row.evidence) ?? [],
    sourceType: row.source_type,
    sourceId: row.source_id,
    sourceLabel: row.source_label,
    state: row.state,
    version: row.version,
    events: row.events,
    recordedBy: row.recorded_by,
    recordedByName: row.recorded_by_name,
    recordedByHousehold: row.recorded_by_household,
    recordedAt: momentOf(row.recorded_at),
    reviewedBy: row.reviewed_by,
    reviewedByName: row.reviewed_by_name,
    reviewedByHousehold: row.reviewed_by_household,
    reviewedAt: instantOf(row.reviewed_at),
    reviewReason: row.review_reason,
    noticeEndsAt: instantOf(row.notice_ends_at),
    closedAt: instantOf(row.closed_at),
    transferId: row.transfer_id,
  }
}

const INSTANTS: ReadonlySet<string> = new Set(['occurredAt', 'recordedAt', 'reviewedAt', 'noticeEndsAt', 'closedAt'])

/** Properties of a record as columns. */
export const recordColumns = (properties: Partial<StoredRecord>): Record<string, unknown> =>
  columnsOf(properties as Readonly<Record<string, unknown>>, INSTANTS)
