import type { PlaceOrderBody } from '@practice/dispatch/contracts'

/** Why the server refused an order. */
export interface OrderRefusal {
  status: number
  code: string
  details: Readonly<Record<string, unknown>>
  fields: Readonly<Record<string, string[]>>
}

/** An order that the server has not taken yet. The key is made with it: however often it is sent, it is placed once. */
export interface WaitingOrder {
  key: string
  /** Milliseconds. */
  madeAt: number
  /** The item's name, to be shown by. */
  item: string
  body: PlaceOrderBody
  /** Null while it waits; a refused one stays until somebody corrects or drops it. */
  refusal: OrderRefusal | null
}

/** Where a person's orders wait on this device; every tab has the same ones. */
export function placeOfWaiting(username: string): string {
  return `practice.my.waiting.${username}`
}

/** The orders that wait, in the order in which they were made. What cannot be read counts as nothing. */
export function readWaiting(username: string): WaitingOrder[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOfWaiting(username)) ?? '[]')
    return Array.isArray(kept) ? (kept as WaitingOrder[]) : []
  } catch {
    return []
  }
}

/** Writes down what waits. Throws where the browser keeps nothing: then it must be said, not pretended. */
export function writeWaiting(username: string, orders: readonly WaitingOrder[]): void {
  if (orders.length === 0) localStorage.removeItem(placeOfWaiting(username))
  else localStorage.setItem(placeOfWaiting(username), JSON.stringify(orders))
}
