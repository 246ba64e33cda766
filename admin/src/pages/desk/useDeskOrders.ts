import type { Order } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import { pollMs } from '../../live/poll'
import { PAGE_SIZE, filtersOfQuery } from './queue'
import type { DeskQuery } from './queue'

/** A page of the queue. */
export interface DeskOrders {
  orders: readonly Order[]
  ids: readonly string[]
  total: number
  isLoading: boolean
  error: unknown
  retry: () => void
}

/** The orders of a query in the queue's own order (urgent first, then by deadline), asked for again while one looks. */
export function useDeskOrders(query: DeskQuery): DeskOrders {
  const { result, query: request } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: query.page, pageSize: PAGE_SIZE },
    filters: filtersOfQuery(query),
    queryOptions: { refetchInterval: pollMs, placeholderData: keepPreviousData },
  })
  const orders = result.data
  const ids = useMemo(() => orders.map(({ documentId }) => documentId), [orders])
  return {
    orders,
    ids,
    total: result.total ?? 0,
    isLoading: request.isLoading,
    error: request.error,
    retry: () => void request.refetch(),
  }
}
