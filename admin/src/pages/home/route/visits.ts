import type { Order } from '@practice/dispatch/contracts'
import { deadlineOf } from '../../../orders/clocks'

type Due = Pick<Order, 'state' | 'clocks' | 'preferredAt' | 'createdAt'>

/** When one is expected there, else when it has to be done; what is paused comes last. */
function rankOf(order: Due): string {
  const at = order.preferredAt ?? deadlineOf(order) ?? order.createdAt
  return `${order.clocks.pausedAt === null ? 0 : 1}${order.state === 'started' ? 0 : 1}${at}`
}

/** Visits in the order in which they are made: what is begun first, what is paused last, else by when one is expected. */
export function visitsInOrder<Row extends Due>(orders: readonly Row[]): Row[] {
  return [...orders].sort((one, other) => rankOf(one).localeCompare(rankOf(other)))
}
