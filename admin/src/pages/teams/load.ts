import type { Order } from '@practice/dispatch/contracts'
import { queryOptions } from '@tanstack/react-query'
import { requestData } from '../../api/client'
import { loadAll } from '../../api/directory'
import type { TeamRow } from '../../api/directory'

const IN_HAND_STALE_MS = 60_000

/** The orders that teams have in their hands, of those that one may see: the load of each team is counted from them. */
export function inHandQuery() {
  return queryOptions({
    queryKey: ['orders', 'inHand'],
    queryFn: () =>
      loadAll<Order>('/dispatch/orders', { filters: { state: { $in: ['dispatched', 'accepted', 'started'] } } }),
    staleTime: IN_HAND_STALE_MS,
  })
}

/** Lets a team rest, or brings it back. */
export function switchTeam({ documentId }: TeamRow, active: boolean): Promise<unknown> {
  return requestData(`/teams/${encodeURIComponent(documentId)}`, { method: 'PUT', body: { data: { active } } })
}
