import { useSyncExternalStore } from 'react'
import type { OutboxItem } from './item'

/** How many records wait on this device to be sent, and how many were refused and wait for somebody to look. */
export interface WaitingCounts {
  waiting: number
  refused: number
}

const listeners = new Set<() => void>()

function placeOf(username: string): string {
  return `practice.waiting.${username}`
}

function keptCounts(username: string): string {
  return localStorage.getItem(placeOf(username)) ?? ''
}

function countsOf(kept: string): WaitingCounts {
  const [waiting = 0, refused = 0] = kept.split('/').map((part) => Number(part) || 0)
  return { waiting, refused }
}

/** What waits of a person. Kept beside the outbox, so that it is known before that has come. */
export function waitingCounts(username: string): WaitingCounts {
  return countsOf(keptCounts(username))
}

/** Writes down what waits. */
export function keepWaitingCounts(username: string, items: readonly Pick<OutboxItem, 'refusal'>[]): void {
  const refused = items.filter(({ refusal }) => refusal !== null).length
  const kept = items.length === 0 ? '' : `${items.length - refused}/${refused}`
  if (kept === keptCounts(username)) return
  if (kept === '') localStorage.removeItem(placeOf(username))
  else localStorage.setItem(placeOf(username), kept)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** What waits now, in every tab. */
export function useWaitingCounts(username: string): WaitingCounts {
  return countsOf(useSyncExternalStore(subscribe, () => keptCounts(username)))
}
