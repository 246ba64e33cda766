import { AsyncLocalStorage } from 'node:async_hooks'
import type { Actor } from '@practice/kernel'

interface Entry {
  actor: Actor
  /** The request in which it was entered, or undefined outside of requests. */
  request: object | undefined
  over: boolean
}

/**
 * Who acts within a call that said so. What is entered travels with every callback that is created inside, timers and
 * the listening server included; so an entry counts only in the request in which it was entered, and only until its
 * work is done.
 */
export function createEntries() {
  const storage = new AsyncLocalStorage<Entry>()
  return {
    /** The actor entered for this request and still at work, or null. */
    current(request: object | undefined): Actor | null {
      const entry = storage.getStore()
      return entry !== undefined && !entry.over && entry.request === request ? entry.actor : null
    },
    /** Runs `work` as `actor`. */
    async run<T>(actor: Actor, request: object | undefined, work: () => T | Promise<T>): Promise<T> {
      const entry: Entry = { actor, request, over: false }
      try {
        return await storage.run(entry, work)
      } finally {
        entry.over = true
      }
    },
  }
}
