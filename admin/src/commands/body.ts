import type { Evidence } from '../components/EvidenceInput'

interface DateLike {
  toISOString: () => string
}

function isDateLike(value: unknown): value is DateLike {
  return typeof value === 'object' && value !== null && 'toISOString' in value
}

function isEvidence(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && 'documentId' in value
}

function plain(value: unknown): unknown {
  if (isDateLike(value)) return value.toISOString()
  if (isEvidence(value)) return value.documentId
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'object' && value !== null) return bodyOf(value as Record<string, unknown>)
  return value
}

/**
 * A form's values as the contract takes them: dates as instants, files as their ids, text trimmed, and what was left
 * empty left out.
 */
export function bodyOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(values).map(([key, value]) => [key, plain(value)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null && value !== ''))
}
