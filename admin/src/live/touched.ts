import type { LiveKind } from '@practice/access/contracts'
import type { QueryKey } from '@tanstack/react-query'

/** What of a single row is cached under its own documentId. */
const OF_ONE_ROW: readonly unknown[] = ['detail', 'suggestions', 'record']

/** Of points, what a record does not change or what only costs much to say a little sooner. */
const SLOW: readonly unknown[] = ['rule-sets', 'summary']

function isPoints(key: QueryKey): boolean {
  const isNamed = key.some((part) => part === 'scoring' || (typeof part === 'string' && part.startsWith('scoring/')))
  return (isNamed || key[0] === 'points') && !(key[0] === 'points' && key.some((part) => SLOW.includes(part)))
}

/**
 * Whether what is cached under a key may look different after changes of rows of a kind: lists, counts and homes after
 * any, a single row after its own.
 */
export function isTouched(key: QueryKey, kind: LiveKind, documentIds: ReadonlySet<string>): boolean {
  if (kind === 'notification') return key[0] === 'notifications'
  // What is done waits for nobody any more, and is read for all whom it waited for.
  if (key[0] === 'home' || key[0] === 'notifications') return true
  const isOfKind = kind === 'order' ? key.includes('orders') : isPoints(key)
  if (!isOfKind) return false
  if (!key.some((part) => OF_ONE_ROW.includes(part))) return true
  return key.some((part) => typeof part === 'string' && documentIds.has(part))
}
