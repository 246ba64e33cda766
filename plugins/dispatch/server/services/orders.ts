import { ok, refuse, service, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Order, OrderDetail } from '../../contracts'
import type { Command, OrderRefusal, PlaceRefusal } from '../../domain'
import { listOrders, type OrderListQuery } from '../store/order-list'
import { findEvents, findInvited, findOrder, findOutlines } from '../store/orders'
import { act } from './act'
import { place, type Placed, type Placing } from './place'
import { detailOf, viewOf } from './view'

/** A page of orders as the contract shows them. */
export interface OrderPageView {
  orders: Order[]
  /** How many there are in all, or null when nobody asked. */
  total: number | null
}

/** What other plugins may know of an order, whoever asks. */
export interface OrderOutline {
  documentId: string
  number: string
  siteCode: string
  householdCode: string | null
  /** The service item's name. */
  title: string
  /** Whether the loop is closed: nothing of it changes any more. */
  archived: boolean
}

/** Orders: placing them, the verbs, and looking at them. Whoever calls says who acts and when. */
export const orders = ({ strapi }: { strapi: Core.Strapi }) => {
  const directoryOf = () => service(strapi, 'dispatch', 'directory').read()

  return {
    /** Places an order; with a key, at most once. */
    place: (actor: Actor, placing: Placing, now: Instant): Promise<Result<Placed, PlaceRefusal>> =>
      place(strapi, actor, placing, now),

    /** Does a verb to an order. A refusal for its state or version carries the fresh view as `details.order`. */
    act: (actor: Actor, documentId: string, command: Command, now: Instant): Promise<Result<Order, OrderRefusal>> =>
      act(strapi, { actor, documentId, command, now }),

    /** The orders that the actor sees, by page. */
    async list(actor: Actor, query: OrderListQuery, now: Instant): Promise<OrderPageView> {
      const [page, directory] = await Promise.all([listOrders(strapi.db.connection, actor, query), directoryOf()])
      const viewing = { actor, directory, now }
      return { orders: page.orders.map((order) => viewOf(order, viewing)), total: page.total }
    },

    /** The outlines of the orders with these documentIds or numbers, in no order; unknown ones are absent. */
    async outlines(names: readonly string[]): Promise<OrderOutline[]> {
      const [found, { items }] = await Promise.all([findOutlines(strapi.db.connection, names), directoryOf()])
      return found.map(({ itemCode, ...order }) => ({ ...order, title: items.get(itemCode)?.name ?? itemCode }))
    },

    /** One order with its history. */
    async detail(actor: Actor, documentId: string, now: Instant): Promise<Result<OrderDetail, 'not_found'>> {
      const db = strapi.db.connection
      const order = await findOrder(db, documentId, actor)
      if (order === null) return refuse('not_found')
      const [events, invited, files, photos, directory] = await Promise.all([
        findEvents(db, documentId),
        findInvited(db, documentId),
        service(strapi, 'access', 'files').views(order.completion?.evidence ?? []),
        service(strapi, 'access', 'files').viewsOf(textsIn(order.form), { type: 'order', documentId }),
        directoryOf(),
      ])
      return ok(detailOf(order, { events, invited, files, photos }, { actor, directory, now }))
    },
  }
}

/** Every text among the answers, alone or in a list: some of them may name a photo. */
function textsIn(form: Readonly<Record<string, unknown>> | null): string[] {
  return Object.values(form ?? {})
    .flat()
    .filter((answer): answer is string => typeof answer === 'string')
}
