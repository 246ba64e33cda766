import type { Workbox } from 'workbox-window'

let waiting: Workbox | null = null
const listeners = new Set<() => void>()

/** Says that a newer version has been fetched; null when it is left for the next time. */
export function offerUpdate(worker: Workbox | null): void {
  waiting = worker
  for (const listener of listeners) listener()
}

/** Whether a newer version waits to be used; for `useSyncExternalStore`. */
export function hasUpdate(): boolean {
  return waiting !== null
}

/** Tells of changes of `hasUpdate`; gives the way to stop being told. */
export function onUpdate(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Goes over to the newer version. Whatever would be asked about before the window is closed keeps it from doing so:
 * false then, and nothing has changed.
 */
export function takeUpdate(): boolean {
  if (!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))) return false
  waiting?.addEventListener('controlling', () => location.reload())
  waiting?.messageSkipWaiting()
  return true
}
