import type { Order, OrderDetail, Verb, VerbBody } from '@practice/dispatch/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/error'
import { commandOrder } from '../api/orders'

/** Keys of what is cached about orders. */
export const orderKeys = {
  detail: (documentId: string) => ['orders', 'detail', documentId] as const,
  suggestions: (documentId: string) => ['orders', 'suggestions', documentId] as const,
  summary: (site: string | null) => ['orders', 'summary', site] as const,
}

/** Everything that shows orders asks again: lists (Refine's too), details, suggestions and figures. */
export function refreshOrders(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('orders') })
}

/** The order as it stands, which a 409 brings along; null for other failures. */
export function freshOrderOf(error: unknown): Order | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null
  const { order } = error.details
  return typeof order === 'object' && order !== null ? (order as Order) : null
}

/** A verb with its body. */
export interface CommandInput<V extends Verb = Verb> {
  verb: V
  body: VerbBody<V>
}

/** Carries out verbs on one order. Afterwards, and also after a 409, what is shown is the order as it stands now. */
export function useCommand(documentId: string) {
  const client = useQueryClient()
  const show = (fresh: Order) => {
    client.setQueryData<OrderDetail>(orderKeys.detail(documentId), (shown) =>
      shown === undefined ? undefined : { ...shown, ...fresh },
    )
    return refreshOrders(client)
  }
  return useMutation<Order, Error, CommandInput>({
    mutationFn: ({ verb, body }) => commandOrder(documentId, verb, body),
    onSuccess: (order) => void show(order),
    onError: (error) => {
      const fresh = freshOrderOf(error)
      if (fresh !== null) void show(fresh)
    },
  })
}
