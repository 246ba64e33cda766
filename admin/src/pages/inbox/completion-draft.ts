import type { Evidence } from '../../components/EvidenceInput'

/** What is typed on the page that completes an order. */
export interface CompletionDraft {
  summary?: string
  served?: number | null
  hours?: number | null
  volunteers?: string[]
  evidence?: Evidence[]
}

/** What was kept by an earlier visit is a draft when each part has its form. */
export function isCompletionDraft(value: unknown): value is CompletionDraft {
  if (typeof value !== 'object' || value === null) return false
  const { summary, volunteers, evidence } = value as Record<string, unknown>
  return (
    (summary === undefined || typeof summary === 'string') &&
    (volunteers === undefined || (Array.isArray(volunteers) && volunteers.every((one) => typeof one === 'string'))) &&
    (evidence === undefined || (Array.isArray(evidence) && evidence.every(isFile)))
  )
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'documentId' in value && 'url' in value
}
