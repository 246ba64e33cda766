import { columnsOf as columns, instantOf, jsonOf, momentOf, type Instant, type Moment } from '@practice/kernel'
import type { Channel, Completion, Escalation, Order, OrderState, Urgency } from '../../domain'

/** An order as it is kept: what the rules see, and what only people read. */
export interface StoredOrder extends Order {
  documentId: string
  number: string
  /** How many events it has; the next one's sequence is one more. */
  events: number
  itemCode: string
  requesterAddress: string | null
  channel: Channel
  /** The username of whoever placed it, and the name that people read. */
  placedBy: string
  placedByName: string
  onBehalfReason: string | null
  form: Record<string, unknown> | null
  note: string | null
  preferredAt: Instant | null
  /** What the work takes; null when anybody can do it. */
  skill: string | null
}

/** An order as far as people see it: what a list reads of each. */
export type ViewedOrder = Omit<
  StoredOrder,
  | 'events'
  | 'placedBy'
  | 'skill'
  | 'resolveDays'
  | 'deadline'
  | 'escalateAt'
  | 'dispatchedAt'
  | 'acceptedAt'
  | 'startedAt'
  | 'completedAt'
  | 'archivedAt'
  | 'completion'
>

/** A row of `dispatch_orders` as a list reads it. */
export interface ViewedRow {
  document_id: string
  number: string
  state: OrderState
  version: number
  item_code: string
  site_code: string
  team_code: string | null
  household_code: string | null
  requester_name: string
  requester_phone: string
  requester_address: string | null
  channel: Channel
  placed_by_name: string
  on_behalf_reason: string | null
  form: unknown
  note: string | null
  preferred_at: Moment
  urgency: Urgency
  dispatch_by: Moment
  accept_by: Moment
  resolve_by: Moment
  rate_by: Moment
  paused_at: Moment
  overdue: boolean | number
  escalation: Escalation | null
  rework: number
  stars: number | null
  rating_comment: string | null
  rated_by: 'resident' | 'staff' | null
  rated_by_username: string | null
  rate_reason: string | null
  rated_at: Moment
  created_at: Moment
}

/** A whole row. */
export interface OrderRow extends ViewedRow {
  events: number
  placed_by: string
  skill: string | null
  resolve_days: number
  deadline: Moment
  escalate_at: Moment
  dispatched_at: Moment
  accepted_at: Moment
  started_at: Moment
  completed_at: Moment
  archived_at: Moment
  completion: unknown
}

const VIEWED_COLUMNS = [
  ...['document_id', 'number', 'state', 'version', 'item_code', 'site_code', 'team_code', 'household_code'],
  ...['requester_name', 'requester_phone', 'requester_address', 'channel', 'placed_by_name', 'on_behalf_reason'],
  ...['form', 'note', 'preferred_at', 'urgency', 'dispatch_by', 'accept_by', 'resolve_by', 'rate_by', 'paused_at'],
  ...['overdue', 'escalation', 'rework', 'stars', 'rating_comment', 'rated_by', 'rated_by_username', 'rate_reason'],
  ...['rated_at', 'created_at'],
]

const OTHER_COLUMNS = [
  ...['events', 'placed_by', 'skill', 'resolve_days', 'deadline', 'escalate_at'],
  ...['dispatched_at', 'accepted_at', 'started_at', 'completed_at', 'archived_at', 'completion'],
]

const sqlOf = (columns: readonly string[]) => columns.map((column) => `o.${column}`).join(', ')

/** The columns of an order in a list, and of one order whole. */
export const VIEWED_SQL = sqlOf(VIEWED_COLUMNS)
export const ORDER_SQL = sqlOf([...VIEWED_COLUMNS, ...OTHER_COLUMNS])

/** A row as people see it. */
export function viewedOf(row: ViewedRow): ViewedOrder {
  return {
    documentId: row.document_id,
    number: row.number,
    state: row.state,
    version: row.version,
    itemCode: row.item_code,
    siteCode: row.site_code,
    teamCode: row.team_code,
    householdCode: row.household_code,
    requesterName: row.requester_name,
    requesterPhone: row.requester_phone,
    requesterAddress: row.requester_address,
    channel: row.channel,
    placedByName: row.placed_by_name,
    onBehalfReason: row.on_behalf_reason,
    form: jsonOf<Record<string, unknown>>(row.form),
    note: row.note,
    preferredAt: instantOf(row.preferred_at),
    urgency: row.urgency,
    dispatchBy: instantOf(row.dispatch_by),
    acceptBy: instantOf(row.accept_by),
    resolveBy: instantOf(row.resolve_by),
    rateBy: instantOf(row.rate_by),
    pausedAt: instantOf(row.paused_at),
    overdue: Boolean(row.overdue),
    escalation: row.escalation,
    rework: row.rework,
    stars: row.stars,
    ratingComment: row.rating_comment,
    ratedBy: row.rated_by,
    ratedByUsername: row.rated_by_username,
    rateReason: row.rate_reason,
    ratedAt: instantOf(row.rated_at),
    createdAt: momentOf(row.created_at),
  }
}

/** A row as an order, whole. */
export function orderOf(row: OrderRow): StoredOrder {
  return {
    ...viewedOf(row),
    events: row.events,
    placedBy: row.placed_by,
    skill: row.skill,
    resolveDays: row.resolve_days,
    deadline: instantOf(row.deadline),
    escalateAt: instantOf(row.escalate_at),
    dispatchedAt: instantOf(row.dispatched_at),
    acceptedAt: instantOf(row.accepted_at),
    startedAt: instantOf(row.started_at),
    completedAt: instantOf(row.completed_at),
    archivedAt: instantOf(row.archived_at),
    completion: jsonOf<Completion>(row.completion),
  }
}

const INSTANTS: ReadonlySet<string> = new Set([
  ...['preferredAt', 'dispatchBy', 'acceptBy', 'resolveBy', 'rateBy', 'pausedAt', 'deadline', 'escalateAt'],
  ...['ratedAt', 'dispatchedAt', 'acceptedAt', 'startedAt', 'completedAt', 'archivedAt', 'createdAt'],
])

/** Properties of an order as columns. */
export function columnsOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return columns(properties, INSTANTS)
}
