import type { Order } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import { keepPreviousData } from '@tanstack/react-query'
import { pollMs } from '../../live/poll'
import { OPEN_GROUPS, STATES_OF_GROUP } from './groups'

/** More than a team can carry at once. */
const OPEN_MOST = 100

/** Orders of the team, or that it is invited to claim. */
export interface InboxOrders {
  orders: readonly Order[]
  total: number | null
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** All that is open, in the queue's order. */
export function useOpenOrders(): InboxOrders {
  return useOrders(
    OPEN_GROUPS.flatMap((group) => [...STATES_OF_GROUP[group]]),
    OPEN_MOST,
    true,
  )
}

/** The last `most` orders that were done; nothing is asked unless they are shown. */
export function useDoneOrders(most: number, isShown: boolean): InboxOrders {
  return useOrders([...STATES_OF_GROUP.done], most, isShown)
}

function useOrders(states: readonly string[], most: number, isAsked: boolean): InboxOrders {
  const { result, query } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: 1, pageSize: most },
    filters: [{ field: 'state', operator: 'in', value: states }],
    queryOptions: { refetchInterval: pollMs, placeholderData: keepPreviousData, enabled: isAsked },
  })
  return {
    orders: result.data,
    total: query.isSuccess ? (result.total ?? 0) : null,
    isLoading: query.isLoading,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
