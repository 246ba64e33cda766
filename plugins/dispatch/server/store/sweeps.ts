import type { Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import { WATCHED_STATES } from '../../domain'
import { ORDER_SQL, orderOf, type OrderRow, type StoredOrder } from './rows'

/** Orders whose running clock has passed unnoticed, the longest first. */
export function findNewlyOverdue(db: Knex, now: Instant, limit: number): Promise<StoredOrder[]> {
  return watched(db, limit, (query) => {
    void query.where('o.deadline', '<=', new Date(now)).where('o.overdue', false).orderBy('o.deadline')
  })
}

/** Overdue orders that have stood at their step of the escalation for long enough, the longest first. */
export function findToEscalate(db: Knex, now: Instant, limit: number): Promise<StoredOrder[]> {
  return watched(db, limit, (query) => {
    void query.where('o.escalate_at', '<=', new Date(now)).where('o.overdue', true).orderBy('o.escalate_at')
  })
}

async function watched(db: Knex, limit: number, narrow: (query: Knex.QueryBuilder) => void): Promise<StoredOrder[]> {
  const query = db
    .select<OrderRow[]>(db.raw(ORDER_SQL))
    .from('dispatch_orders as o')
    .whereNull('o.paused_at')
    .whereIn('o.state', [...WATCHED_STATES])
    .limit(limit)
  narrow(query)
  return (await query).map(orderOf)
}
