import type { Order, PlaceOrderBody } from '@practice/dispatch/contracts'
import { ApiError } from '../../api/error'
import { afterFailures } from '../../live/backoff'
import { readWaiting, writeWaiting } from './waiting-order'
import type { WaitingOrder } from './waiting-order'

/** What the outbox needs of the browser. */
export interface OutboxParts {
  username: string
  /** Sends an order; throws `ApiError` as `request` does. */
  place: (body: PlaceOrderBody, key: string) => Promise<Order>
  /** False only where there is certainly no line. */
  isOnline: () => boolean
}

/** What became of an order that somebody sent: it was placed, refused, or still waits for the line. */
export type Sending =
  { outcome: 'placed'; order: Order } | { outcome: 'refused'; order: WaitingOrder } | { outcome: 'waiting' }

/** The orders of one person that the server does not have yet. */
export interface Outbox {
  view: () => readonly WaitingOrder[]
  subscribe: (listener: () => void) => () => void
  /** Keeps an order, tries at once to send it, and says what became of it. */
  send: (order: Omit<WaitingOrder, 'refusal'>) => Promise<Sending>
  drop: (key: string) => void
  /** Reads again what waits: another tab changed it. */
  refresh: () => void
  /** Sends what waits, without waiting for the end of a pause. */
  flush: () => Promise<void>
  /** Sends no more; what waits stays. */
  stop: () => void
}

/** Replies that say nothing about the order: the session is over, it took too long, it was too often. */
const ABOUT_NOW = [401, 408, 429]

/** Whether the server refused for good; else the same request may pass later. */
export function isRefusal(cause: unknown): cause is ApiError {
  return cause instanceof ApiError && cause.status >= 400 && cause.status < 500 && !ABOUT_NOW.includes(cause.status)
}

/**
 * Keeps and sends orders in the order in which they were made. Two tabs may send one at the same time: its key makes
 * the server answer both with the same order.
 */
export function createOutbox({ username, place, isOnline }: OutboxParts): Outbox {
  const listeners = new Set<() => void>()
  const placed = new Map<string, Order>()
  let orders = readWaiting(username)
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let isStopped = false

  function refresh(): void {
    orders = readWaiting(username)
    for (const listener of listeners) listener()
  }

  function change(alter: (orders: readonly WaitingOrder[]) => WaitingOrder[]): void {
    writeWaiting(username, alter(readWaiting(username)))
    refresh()
  }

  function pause(): void {
    failures += 1
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), afterFailures(failures))
  }

  /** Sends until nothing waits or the line fails. A refused order makes way for the next. */
  async function drain(): Promise<void> {
    while (!isStopped && isOnline()) {
      const next = readWaiting(username).find(({ refusal }) => refusal === null)
      if (next === undefined) return
      try {
        placed.set(next.key, await place(next.body, next.key))
        failures = 0
        change((all) => all.filter(({ key }) => key !== next.key))
      } catch (cause) {
        if (isStopped) return
        if (!isRefusal(cause)) return pause()
        const { status, code, details, fields } = cause
        const refusal = { status, code, details, fields }
        change((all) => all.map((order) => (order.key === next.key ? { ...order, refusal } : order)))
      }
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (isStopped) return
    running ??= drain().finally(() => {
      running = undefined
    })
    await running
  }

  return {
    view: () => orders,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: async (order) => {
      change((all) => [...all.filter(({ key }) => key !== order.key), { ...order, refusal: null }])
      // What is on its way already may end without this one.
      await running
      await flush()
      const done = placed.get(order.key)
      if (done !== undefined) return { outcome: 'placed', order: done }
      const kept = orders.find(({ key }) => key === order.key)
      return kept === undefined || kept.refusal === null ? { outcome: 'waiting' } : { outcome: 'refused', order: kept }
    },
    drop: (dropped) => change((all) => all.filter(({ key }) => key !== dropped)),
    refresh,
    flush,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
