import {
  inTransaction,
  nameOf,
  newDocumentId,
  ok,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Result,
  type SystemActor,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { MenuItem, Order, PlaceOrderBody } from '../../contracts'
import {
  checkForm,
  checkPlacing,
  clocksOfNew,
  photosIn,
  UNTOUCHED,
  type ClockRules,
  type PlacedFor,
  type PlaceRefusal,
} from '../../domain'
import { chinaDateOf } from '../calendar'
import { nextValue } from '../store/counters'
import { findHousehold, type Directory } from '../store/directory'
import { appendEvent, findOrder, insertOrder } from '../store/orders'
import type { StoredOrder } from '../store/rows'
import { clockRules } from './act'
import { tellOfStep } from './telling'
import { viewOf } from './view'

/** What is placed, and under which key, so that a request that is sent again makes no second order. */
export interface Placing {
  body: PlaceOrderBody
  key: string | null
}

/** The order, and whether this very call made it. */
export interface Placed {
  order: Order
  fresh: boolean
}

const NUMBER_DIGITS = 4

const PLACED: SystemActor = { kind: 'system', because: 'placed' }

type Draft = Omit<StoredOrder, 'documentId' | 'number' | 'events'>

/** An order that would be placed, and the photos that its answers name. */
interface Drafted {
  draft: Draft
  photos: readonly string[]
}

/** Places an order. Its number, its first event, the audit entry and the key are committed together. */
export async function place(
  strapi: Core.Strapi,
  actor: Actor,
  { body, key }: Placing,
  now: Instant,
): Promise<Result<Placed, PlaceRefusal>> {
  const directory = await service(strapi, 'dispatch', 'directory').read()
  const drafted = await draftOf(strapi, actor, body, now)
  const done = await inTransaction<{ documentId: string; fresh: boolean }, PlaceRefusal>(strapi, async (trx) => {
    // A repetition is answered before the rules are asked: what was placed stays placed, whatever changed since.
    const work = async () => {
      if (!drafted.ok) throw new Refused<PlaceRefusal>(drafted)
      const documentId = await insert(strapi, trx, { actor, ...drafted.value, directory })
      return { documentId, value: documentId }
    }
    if (key === null) return { documentId: (await work()).documentId, fresh: true }
    const request = { actor: nameOf(actor), operation: 'order.place', key, input: body }
    const once = await service(strapi, 'access', 'idempotency').once(trx, request, work)
    if (!once.ok) throw new Refused<PlaceRefusal>(once)
    return { documentId: once.value.documentId, fresh: once.value.fresh }
  })
  if (!done.ok) return done
  // Whoever placed it is shown it, even where a repetition comes after the account has moved elsewhere.
  const order = await findOrder(strapi.db.connection, done.value.documentId, PLACED)
  if (order === null) throw new Error(`the order ${done.value.documentId} was placed and is gone`)
  return ok({ order: viewOf(order, { actor, directory, now }), fresh: done.value.fresh })
}

/** The order that would be placed, or why it is not. */
async function draftOf(
  strapi: Core.Strapi,
  actor: Actor,
  body: PlaceOrderBody,
  now: Instant,
): Promise<Result<Drafted, PlaceRefusal>> {
  const { sites } = await service(strapi, 'dispatch', 'directory').read()
  const code = body.requester.household ?? null
  const household = code === null ? null : await findHousehold(strapi.db.connection, code)
  const checked = checkPlacing(
    actor,
    {
      site: body.site,
      household: code,
      phone: body.requester.phone ?? null,
      onBehalf: body.onBehalf !== undefined,
    },
    {
      siteExists: sites.has(body.site),
      householdSite: household?.siteCode ?? null,
      householdPhone: household?.phone ?? null,
    },
  )
  if (!checked.ok) return checked
  const menu = await service(strapi, 'dispatch', 'offerings').effective(body.site)
  const item = menu.find(({ code }) => code === body.serviceItem)
  if (item === undefined) return refuse('not_offered', { serviceItem: body.serviceItem, site: body.site })
  const form = checkForm(item.form, body.form)
  if (!form.ok) return form
  const draft = orderOf(body, item, form.value, checked.value, now, await clockRules(strapi))
  return ok({ draft, photos: photosIn(item.form, form.value) })
}

function orderOf(
  body: PlaceOrderBody,
  item: MenuItem,
  form: Record<string, unknown> | null,
  { actor: placer, householdCode, phone }: PlacedFor,
  now: Instant,
  rules: ClockRules,
): Draft {
  return {
    state: 'placed',
    version: 1,
    itemCode: item.code,
    siteCode: body.site,
    householdCode,
    requesterName: body.requester.name,
    requesterPhone: phone,
    requesterAddress: body.requester.address ?? null,
    channel: body.channel,
    placedBy: placer.username,
    placedByName: placer.displayName,
    onBehalfReason: body.onBehalf?.reason ?? null,
    form,
    note: body.note ?? null,
    preferredAt: body.preferredAt === undefined ? null : Date.parse(body.preferredAt),
    urgency: item.urgency,
    skill: item.skill === '' ? null : item.skill,
    resolveDays: item.resolveDays,
    ...clocksOfNew(item.urgency, now, rules),
    ...UNTOUCHED,
    createdAt: now,
  }
}

interface Insertion extends Drafted {
  actor: Actor
  directory: Directory
}

async function insert(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { actor, draft, photos, directory }: Insertion,
): Promise<string> {
  const documentId = newDocumentId()
  const day = chinaDateOf(draft.createdAt)
  const drawn = await nextValue(trx, `order:${day}`, new Date(draft.createdAt))
  const number = `${day}-${String(drawn).padStart(NUMBER_DIGITS, '0')}`
  await insertOrder(trx, { ...draft, documentId, number })
  const { siteCode, householdCode, teamCode } = draft
  const subject = { type: 'order', documentId, siteCode, householdCode, teamCode }
  const bound = await service(strapi, 'access', 'files').bind(trx, photos, subject, actor)
  if (!bound.ok) throw new Refused<PlaceRefusal>(bound)
  const event = { verb: 'place', from: null, to: draft.state, note: draft.onBehalfReason, data: { number } } as const
  const place = { orderId: documentId, sequence: 1, version: draft.version, teamCode: null }
  await appendEvent(trx, place, event, actor, draft.createdAt)
  await service(strapi, 'access', 'audit').record(
    { actor, action: 'place', subjectType: 'order', subjectId: documentId, siteCode, detail: { number } },
    trx,
  )
  const told = { verb: event.verb, sequence: 1, note: null, invites: [], actor, now: draft.createdAt, directory }
  await tellOfStep(strapi, trx, { ...told, order: { ...draft, documentId, number } })
  return documentId
}
