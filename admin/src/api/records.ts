import type { ScoreRecordDetail } from '@practice/scoring/contracts'
import { queryOptions } from '@tanstack/react-query'
import { requestData } from './client'

/** One record with its history, its cap and what the holder got in the same month. */
export function recordQuery(documentId: string) {
  return queryOptions({
    queryKey: ['points', 'record', documentId],
    queryFn: ({ signal }) =>
      requestData<ScoreRecordDetail>(`/scoring/records/${encodeURIComponent(documentId)}`, { signal }),
  })
}
