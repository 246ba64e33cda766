import { displayNameOf, nameOf, newDocumentId, type Actor, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import { queueRank, type EventFacts, type Order, type OrderState } from '../../domain'
import { columnsOf, ORDER_SQL, orderOf, type OrderRow, type StoredOrder } from './rows'
import { visibleTo } from './scope'

const ORDERS = 'dispatch_orders'
const EVENTS = 'dispatch_order_events'
const POOLS = 'dispatch_order_pools'

/** The order with this documentId, if the actor sees it; else null. */
export async function findOrder(db: Knex, documentId: string, actor: Actor): Promise<StoredOrder | null> {
  const [order] = await findOrders(db, [documentId], actor)
  return order ?? null
}

/** Those of these orders that the actor sees, in no order. */
export async function findOrders(db: Knex, documentIds: readonly string[], actor: Actor): Promise<StoredOrder[]> {
  if (documentIds.length === 0) return []
  const visible = visibleTo(actor)
  const rows: OrderRow[] = await db
    .select<OrderRow[]>(db.raw(ORDER_SQL))
    .from(`${ORDERS} as o`)
    .whereIn('o.document_id', [...documentIds])
    .whereRaw(visible.text, visible.bindings as Knex.Value[])
  return rows.map(orderOf)
}

/** What of an order is told to other plugins. */
export interface StoredOutline {
  documentId: string
  number: string
  siteCode: string
  householdCode: string | null
  itemCode: string
  archived: boolean
}

/** The outlines of the orders with these documentIds or numbers, whoever asks. */
export async function findOutlines(db: Knex, names: readonly string[]): Promise<StoredOutline[]> {
  if (names.length === 0) return []
  const columns = ['document_id', 'number', 'site_code', 'household_code', 'item_code', 'state'] as const
  const rows = await db(ORDERS)
    .whereIn('document_id', [...names])
    .orWhereIn('number', [...names])
    .select<Pick<OrderRow, (typeof columns)[number]>[]>(...columns)
  return rows.map((row) => ({
    documentId: row.document_id,
    number: row.number,
    siteCode: row.site_code,
    householdCode: row.household_code,
    itemCode: row.item_code,
    archived: row.state === 'archived',
  }))
}

/** The orders of a site's range that wait to be dispatched, as the queue has them, at most `limit`. */
export async function findOpenOrders(
  db: Knex,
  actor: Actor,
  site: { from: string; below: string },
  limit: number,
): Promise<StoredOrder[]> {
  const visible = visibleTo(actor)
  const rows: OrderRow[] = await db
    .select<OrderRow[]>(db.raw(ORDER_SQL))
    .from(`${ORDERS} as o`)
    .whereIn('o.state', ['placed', 'pooled'])
    .where('o.site_code', '>=', site.from)
    .where('o.site_code', '<', site.below)
    .whereRaw(visible.text, visible.bindings as Knex.Value[])
    .orderBy(['o.queue', 'o.id'])
    .limit(limit)
  return rows.map(orderOf)
}

/** Writes a new order and counts its first event, which the caller appends in the same transaction. */
export async function insertOrder(trx: Knex.Transaction, order: Omit<StoredOrder, 'events'>): Promise<void> {
  const at = new Date(order.createdAt)
  await trx(ORDERS).insert({
    ...columnsOf({ ...order }),
    events: 1,
    queue: queueRank(order),
    updated_at: at,
    published_at: at,
  })
}

/** What a step does to an order's row. */
export interface Advance {
  to: OrderState
  changes: Partial<Order>
  /** Verbs count the version up; what the clocks do leaves it, so that nobody's form goes stale by it. */
  countsVersion: boolean
}

/**
 * Changes an order as long as it stands as `order` says (compare-and-set on id, state and version, and on the flags of
 * the clocks). Answers its new count of events, or null when somebody was quicker.
 */
export async function advance(
  trx: Knex.Transaction,
  order: StoredOrder,
  step: Advance,
  now: Instant,
): Promise<number | null> {
  const after: StoredOrder = { ...order, ...step.changes, state: step.to }
  const rows: { events: number }[] = await trx(ORDERS)
    .where({ document_id: order.documentId, state: order.state, version: order.version })
    .modify((query) => {
      if (!step.countsVersion) void query.where({ overdue: order.overdue }).where(sameEscalation(order))
    })
    .update({
      ...columnsOf(step.changes),
      state: step.to,
      version: step.countsVersion ? order.version + 1 : order.version,
      events: trx.raw('events + 1'),
      queue: queueRank(after),
      updated_at: new Date(now),
    })
    .returning('events')
  return rows[0]?.events ?? null
}

function sameEscalation(order: StoredOrder): (query: Knex.QueryBuilder) => void {
  return (query) => {
    if (order.escalation === null) void query.whereNull('escalation')
    else void query.where({ escalation: order.escalation })
  }
}

/** Where an event stands: the order, its place in the order's history, and the version it led to (none for clocks). */
export interface EventPlace {
  orderId: string
  sequence: number
  version: number | null
  /** The team that the step concerns. */
  teamCode: string | null
}

/** Appends an event. Its place is unique, so that two steps can never claim to be the same one. */
export async function appendEvent(
  trx: Knex.Transaction,
  place: EventPlace,
  event: EventFacts,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  await trx(EVENTS).insert({
    document_id: newDocumentId(),
    order_id: place.orderId,
    sequence: place.sequence,
    version: place.version,
    team_code: place.teamCode,
    verb: event.verb,
    from_state: event.from,
    to_state: event.to,
    actor: nameOf(actor),
    actor_name: displayNameOf(actor),
    role: actor.kind === 'user' ? actor.role : actor.kind,
    note: event.note,
    data: JSON.stringify(event.data),
    at,
    created_at: at,
    updated_at: at,
    published_at: at,
  })
}

/** An event as it is kept. */
export interface EventRow {
  order_id: string
  team_code: string | null
  verb: EventFacts['verb']
  from_state: OrderState | null
  to_state: OrderState
  actor_name: string
  role: string
  note: string | null
  data: unknown
  at: unknown
}

/** What happened to an order, oldest first. */
export async function findEvents(db: Knex, orderId: string): Promise<EventRow[]> {
  return db(EVENTS).where({ order_id: orderId }).orderBy('sequence').select<EventRow[]>('*')
}

/** The teams that declined each of these orders, with their reasons, oldest first. */
export async function findDeclines(
  db: Knex,
  orderIds: readonly string[],
): Promise<{ orderId: string; teamCode: string; reason: string }[]> {
  const rows = await db(EVENTS)
    .whereIn('order_id', [...orderIds])
    .where({ verb: 'decline' })
    .orderBy(['order_id', 'sequence'])
    .select<EventRow[]>('order_id', 'team_code', 'note')
  return rows.flatMap(({ order_id, team_code, note }) =>
    team_code === null ? [] : [{ orderId: order_id, teamCode: team_code, reason: note ?? '' }],
  )
}

/** Replaces the teams that a pooled order is open to. */
export async function invite(
  trx: Knex.Transaction,
  orderId: string,
  teamCodes: readonly string[],
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  await trx(POOLS).where({ order_id: orderId }).delete()
  await trx.batchInsert(
    POOLS,
    teamCodes.map((teamCode) => ({
      document_id: newDocumentId(),
      order_id: orderId,
      team_code: teamCode,
      created_at: at,
      updated_at: at,
      published_at: at,
    })),
    50,
  )
}

/** The codes of the teams that an order is open to. */
export async function findInvited(db: Knex, orderId: string): Promise<string[]> {
  const rows = await db(POOLS)
    .where({ order_id: orderId })
    .orderBy('team_code')
    .select<{ team_code: string }[]>('team_code')
  return rows.map((row) => row.team_code)
}

/** How many orders a team has on its hands; within a transaction that has locked the team's counter, exactly. */
export async function countOnHand(db: Knex, teamCode: string, occupying: readonly OrderState[]): Promise<number> {
  const row = await db(ORDERS)
    .where({ team_code: teamCode })
    .whereIn('state', [...occupying])
    .count<{ count: number | string }[]>({ count: '*' })
    .first()
  return Number(row?.count ?? 0)
}

/** How an order stands that its team was invited to and that is no longer open; null when it never was. */
export async function findMissed(
  db: Knex,
  documentId: string,
  teamCode: string,
): Promise<{ documentId: string; number: string; state: OrderState; version: number } | null> {
  const row = await db(`${ORDERS} as o`)
    .join(`${POOLS} as p`, 'p.order_id', 'o.document_id')
    .where({ 'o.document_id': documentId, 'p.team_code': teamCode })
    .whereNot('o.state', 'pooled')
    .first<Pick<OrderRow, 'number' | 'state' | 'version'> | undefined>('o.number', 'o.state', 'o.version')
  return row === undefined ? null : { documentId, number: row.number, state: row.state, version: row.version }
}
