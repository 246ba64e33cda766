import type { Order } from './order'
import type { OrderState } from './vocabulary'

/** Groups of the queue, from the top; a group's orders stand by their deadline, those that are over newest first. */
const GROUPS = { urgent: 0, general: 1, waiting: 2, unrated: 3, rated: 4, over: 5 } as const

/** Wider than any instant in milliseconds, so that groups never meet. */
const GROUP_WIDTH = 1e14
/** An instant far ahead, to count newest first. */
const FAR_AHEAD_MS = 1e13

const OVER: readonly OrderState[] = ['archived', 'cancelled']

/**
 * Where an order stands in the desk's queue, as one integer (kept in a column, because an index has one order): what
 * is urgent, then the rest, each by the deadline that runs; then what waits for residents; then what is over.
 */
export function queueRank(order: Pick<Order, 'state' | 'urgency' | 'deadline' | 'pausedAt' | 'createdAt'>): number {
  if (OVER.includes(order.state)) return GROUPS.over * GROUP_WIDTH + FAR_AHEAD_MS - order.createdAt
  if (order.state === 'rated') return GROUPS.rated * GROUP_WIDTH + order.createdAt
  const group = order.state === 'completed' ? 'unrated' : order.pausedAt === null ? order.urgency : 'waiting'
  return GROUPS[group] * GROUP_WIDTH + (order.deadline ?? order.createdAt)
}
