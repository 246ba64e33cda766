import type { ScoreRecord } from '@practice/scoring/contracts'
import type { OutboxStore } from './database'
import { afterRefusal, deliver, isRefusal } from './deliver'
import type { Post } from './deliver'
import type { NewOutboxItem, OutboxItem } from './item'

/** How long to wait after a failure, by how many there were in a row. */
const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000] as const

/** What the list of waiting records is drawn from. */
export interface OutboxView {
  items: readonly OutboxItem[]
  /** Whether they are being sent at this moment. */
  isSending: boolean
}

/** What an outbox needs of the browser. */
export interface OutboxParts {
  username: string
  store: OutboxStore
  post: Post
  /** Does the work while no other tab does; waits for its turn, or gives up when it will be told later. */
  exclusively: (work: () => Promise<void>) => Promise<void>
  /** False only where there is certainly no line. */
  isOnline: () => boolean
  /** Told of each record that the server took. */
  onSent: (record: ScoreRecord) => void
  /** Told whenever what waits has changed here, so that other tabs read it again. */
  onChange: (items: readonly OutboxItem[]) => void
}

/** The records of one person that the server does not have yet. */
export interface Outbox {
  view: () => OutboxView
  subscribe: (listener: () => void) => () => void
  /** Keeps records and sends them as soon as it can; with `instead`, in the place of a refused one. */
  add: (items: readonly NewOutboxItem[], instead?: number) => Promise<void>
  /** Tries a refused record again as it is. */
  retry: (sequence: number) => Promise<void>
  /** Takes a record back: at once when it never left, else as soon as the server says which one it became. */
  discard: (sequence: number) => Promise<void>
  /** Reads again what waits: another tab changed it. */
  refresh: () => Promise<void>
  /** Sends now, without waiting for the end of a pause. */
  flush: () => Promise<void>
  /** Sends no more; what waits stays. */
  stop: () => void
}

/** Keeps and sends records in the order in which they were made; see `OutboxParts`. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { username, store } = parts
  const listeners = new Set<() => void>()
  let view: OutboxView = { items: [], isSending: false }
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let isAsked = false
  let isStopped = false

  function show(part: Partial<OutboxView>): void {
    view = { ...view, ...part }
    for (const listener of listeners) listener()
  }

  async function refresh(): Promise<OutboxItem[]> {
    const items = await store.all(username)
    show({ items })
    return items
  }

  async function changed(): Promise<void> {
    parts.onChange(await refresh())
  }

  function pause(): void {
    const length = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]
    failures += 1
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), length)
  }

  /** Sends until nothing waits or the line fails. A refused record makes way for the next. */
  async function drain(): Promise<void> {
    while (!isStopped && parts.isOnline()) {
      const next = (await refresh()).find(({ refusal }) => refusal === null)
      if (next === undefined) return
      try {
        const record = await deliver(store, parts.post, next)
        failures = 0
        if (record !== null) parts.onSent(record)
      } catch (cause) {
        if (isStopped) return
        if (!isRefusal(cause)) return pause()
        await store.change(next.sequence, (item) => afterRefusal(item, cause))
      }
      await changed()
    }
  }

  async function turn(): Promise<void> {
    show({ isSending: true })
    try {
      await parts.exclusively(drain)
    } catch {
      // The store or the lock failed, not the record: it stays where it is until the next try.
      pause()
    } finally {
      show({ isSending: false })
    }
  }

  /** Who asks while it is sending may be too late for this turn, so that there is another one. */
  async function turns(): Promise<void> {
    while (isAsked) {
      isAsked = false
      await turn()
    }
    running = undefined
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (isStopped || !parts.isOnline()) return
    isAsked = true
    running ??= turns()
    await running
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: async (items, instead) => {
      await store.add(items, instead)
      await changed()
      void flush()
    },
    retry: async (sequence) => {
      await store.change(sequence, (item) => ({ ...item, refusal: null }))
      await changed()
      void flush()
    },
    discard: async (sequence) => {
      await store.change(sequence, (item) =>
        item.wasTried && item.refusal === null ? { ...item, isUnwanted: true } : null,
      )
      await changed()
      void flush()
    },
    refresh: async () => void (await refresh()),
    flush,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
