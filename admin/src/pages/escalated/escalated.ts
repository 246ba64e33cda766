import type { Escalation } from '@practice/dispatch/contracts'
import { queryOptions } from '@tanstack/react-query'
import qs from 'qs'
import { request } from '../../api/client'
import { pollMs } from '../../live/poll'

/** The steps of an escalation, the highest first: what has come up to the leader is asked of the leader. */
export const STEPS = ['leader', 'center', 'town', 'village'] as const satisfies readonly Escalation[]

/** The step that an address names; what has come up to the leader unless it names another. */
export function stepOf(text: string | null): Escalation {
  return STEPS.find((step) => step === text) ?? 'leader'
}

/** How many orders stand at a step, of those that one may see. */
export function escalatedCountQuery(step: Escalation) {
  return queryOptions({
    queryKey: ['orders', 'escalated', step],
    queryFn: async ({ signal }) => {
      const query = { filters: { escalation: { $eq: step } }, pagination: { pageSize: 1 } }
      const { meta } = await request<{ meta: { pagination: { total: number } } }>(
        `/dispatch/orders?${qs.stringify(query, { encodeValuesOnly: true })}`,
        { signal },
      )
      return meta.pagination.total
    },
    refetchInterval: pollMs,
  })
}
