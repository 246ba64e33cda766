/** Something that is dear to load and seldom changes, kept for a while. */
export interface Cached<T> {
  get(): Promise<T>
  /** Forgets it, a load that is under way included. */
  drop(): void
}

/**
 * Keeps what `load` gives for `lifetimeMs`: as long as a server may go on with what another server has changed. What
 * this server changes is dropped at once. Whoever asks while it loads waits for the same load; a failure is not kept.
 */
export function cached<T>(load: () => Promise<T>, lifetimeMs: number): Cached<T> {
  let kept: { value: Promise<T>; until: number } | null = null
  return {
    get() {
      if (kept !== null && kept.until > Date.now()) return kept.value
      const entry = { value: load(), until: Date.now() + lifetimeMs }
      kept = entry
      entry.value.catch(() => {
        if (kept === entry) kept = null
      })
      return entry.value
    },
    drop() {
      kept = null
    },
  }
}
