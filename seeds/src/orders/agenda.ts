import type { Instant } from '@practice/kernel'

/** Work that waits for its moment; the earliest comes first, and of equals the one that was put in first. */
export interface Agenda {
  put(at: Instant, run: (at: Instant) => void): void
  /** Does all work up to and including `until`, what it puts in on the way included. */
  runUntil(until: Instant): void
}

interface Entry {
  at: Instant
  run: (at: Instant) => void
}

/** An empty agenda. */
export function agendaOf(): Agenda {
  // The last is next, so that taking it moves nothing.
  const entries: Entry[] = []
  return {
    put(at, run) {
      let low = 0
      let high = entries.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((entries[middle] as Entry).at > at) low = middle + 1
        else high = middle
      }
      entries.splice(low, 0, { at, run })
    },
    runUntil(until) {
      for (let next = entries.at(-1); next !== undefined && next.at <= until; next = entries.at(-1)) {
        entries.pop()
        next.run(next.at)
      }
    },
  }
}
