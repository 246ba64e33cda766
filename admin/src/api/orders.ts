import type {
  ApplyLine,
  MenuItem,
  Order,
  OrderDetail,
  PlaceOrderBody,
  Plan,
  Suggestion,
  Summary,
  Verb,
  VerbBody,
} from '@practice/dispatch/contracts'
import { post, requestData } from './client'

const ORDERS = '/dispatch/orders'

function orderPath(documentId: string): string {
  return `${ORDERS}/${encodeURIComponent(documentId)}`
}

/** One order with its events, completion, memory of declines and pool. */
export function loadOrder(documentId: string, signal?: AbortSignal): Promise<OrderDetail> {
  return requestData<OrderDetail>(orderPath(documentId), { signal })
}

/** Carries out a verb; `body.version` is the version that was seen. Gives the order as it is now. */
export function commandOrder<V extends Verb>(documentId: string, verb: V, body: VerbBody<V>): Promise<Order> {
  return post<Order>(`${orderPath(documentId)}/${verb}`, body)
}

/** Places an order. The key makes a repeated request give the same order; see `newIdempotencyKey`. */
export function placeOrder(body: PlaceOrderBody, idempotencyKey: string): Promise<Order> {
  return post<Order>(ORDERS, body, idempotencyKey)
}

/** All teams for an order, best first, those that cannot be sent last with their reasons. */
export function loadSuggestions(documentId: string, signal?: AbortSignal): Promise<Suggestion[]> {
  return requestData<Suggestion[]>(`${orderPath(documentId)}/suggestions`, { signal })
}

/** Which orders a plan is for: those named, or all open ones of a site; without either, of the actor's site. */
export interface PlanWish {
  site: string | null
  orders: readonly string[] | null
}

/** Proposes teams for many orders at once. */
export function makePlan({ site, orders }: PlanWish): Promise<Plan> {
  return post<Plan>('/dispatch/plans', { ...(site === null ? {} : { site }), ...(orders === null ? {} : { orders }) })
}

/** Dispatches the lines of a plan; each stands or falls alone. */
export function applyPlan(assignments: { order: string; team: string; version: number }[]): Promise<ApplyLine[]> {
  return post<ApplyLine[]>('/dispatch/plans/apply', { assignments })
}

/** Counts, medians and ratings of a site (default the actor's) and of the sites directly below. */
export function loadSummary(site?: string, signal?: AbortSignal): Promise<Summary> {
  const query = site === undefined ? '' : `?site=${encodeURIComponent(site)}`
  return requestData<Summary>(`/dispatch/summary${query}`, { signal })
}

/** The menu of a site: what is offered there, with everything inherited resolved. */
export function loadMenu(site: string, signal?: AbortSignal): Promise<MenuItem[]> {
  return requestData<MenuItem[]>(`/service-items/effective?site=${encodeURIComponent(site)}`, { signal })
}
