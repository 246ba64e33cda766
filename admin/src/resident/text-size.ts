import { useSyncExternalStore } from 'react'

const STORED = 'practice.text'
const listeners = new Set<() => void>()

function isStoredLarge(): boolean {
  return localStorage.getItem(STORED) === 'large'
}

let isLarge = isStoredLarge()

function apply(): void {
  document.documentElement.dataset.text = isLarge ? 'large' : 'plain'
  for (const listener of listeners) listener()
}

/** Writes the size on the document; it is left behind with the residents' pages. */
export function followTextSize(): () => void {
  apply()
  return () => {
    delete document.documentElement.dataset.text
  }
}

/** Chooses large text or the usual one, and remembers it. */
export function setLargeText(next: boolean): void {
  isLarge = next
  localStorage.setItem(STORED, next ? 'large' : 'plain')
  apply()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether text is large. */
export function useIsLargeText(): boolean {
  return useSyncExternalStore(subscribe, () => isLarge)
}
