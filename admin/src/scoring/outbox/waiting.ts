import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function placeOf(username: string): string {
  return `practice.waiting.${username}`
}

/** How many records of a person wait on this device. Kept beside the outbox, so that it is known before that has come. */
export function waitingCount(username: string): number {
  return Number(localStorage.getItem(placeOf(username)) ?? 0) || 0
}

/** Writes the count down. */
export function keepWaitingCount(username: string, count: number): void {
  if (count === waitingCount(username)) return
  if (count === 0) localStorage.removeItem(placeOf(username))
  else localStorage.setItem(placeOf(username), String(count))
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

/** The count as it is now, in every tab. */
export function useWaitingCount(username: string): number {
  return useSyncExternalStore(subscribe, () => waitingCount(username))
}
