import { isoOf, type Instant } from '@practice/kernel'
import { queueRank } from '@practice/dispatch/domain'
import type { Core, UID } from '@strapi/types'
import { documentIdOf } from '../document-id'
import { fillFiles, storePicture, type FileSeed } from '../files'
import { photo } from '../images'
import { fill, type Table } from '../store'
import { stories } from './cases'
import { orderIdOf } from './draft'
import { numbering } from './numbering'
import { sampleOrders } from './plan'
import { eventActorOf, type ReplayedEvent, type ReplayedOrder } from './replay'

const COUNTER: UID.ContentType = 'plugin::dispatch.counter'

const ORDERS: Table<ReplayedOrder> = {
  uid: 'plugin::dispatch.order',
  key: ['documentId'],
  keyOf: ({ draft }) => draft.documentId,
  rowOf: ({ draft, order, events }) => ({
    ...datesOf(order),
    documentId: draft.documentId,
    number: draft.number,
    events: events.length,
    queue: queueRank(order),
    itemCode: draft.line.code,
    requesterAddress: draft.requesterAddress,
    channel: draft.channel,
    placedBy: draft.placedBy.username,
    placedByName: draft.placedBy.displayName,
    onBehalfReason: draft.onBehalfReason,
    form: draft.case.form,
    note: draft.case.note,
    preferredAt: isoOf(draft.preferredAt),
    skill: draft.line.skill,
    updatedAt: isoOf(events.at(-1)?.at ?? order.createdAt),
  }),
}

interface EventSeed extends ReplayedEvent {
  orderId: string
}

const EVENTS: Table<EventSeed> = {
  uid: 'plugin::dispatch.order-event',
  key: ['orderId', 'sequence'],
  keyOf: ({ orderId, sequence }) => `${orderId} ${sequence}`,
  rowOf: ({ from, to, actor, at, ...event }) => ({
    ...event,
    ...eventActorOf(actor),
    fromState: from,
    toState: to,
    at: isoOf(at),
    createdAt: isoOf(at),
    updatedAt: isoOf(at),
  }),
}

interface InvitationSeed {
  orderId: string
  teamCode: string
  at: Instant
}

const INVITATIONS: Table<InvitationSeed> = {
  uid: 'plugin::dispatch.order-pool',
  key: ['orderId', 'teamCode'],
  keyOf: ({ orderId, teamCode }) => `${orderId} ${teamCode}`,
  rowOf: ({ at, ...invitation }) => ({ ...invitation, createdAt: isoOf(at), updatedAt: isoOf(at) }),
}

/** The columns of an order that hold moments. */
const MOMENTS = [
  'dispatchBy',
  'acceptBy',
  'resolveBy',
  'rateBy',
  'pausedAt',
  'deadline',
  'escalateAt',
  'dispatchedAt',
  'acceptedAt',
  'startedAt',
  'completedAt',
  'archivedAt',
  'ratedAt',
  'createdAt',
] as const satisfies readonly (keyof ReplayedOrder['order'])[]

function datesOf(order: ReplayedOrder['order']): Record<string, unknown> {
  return { ...order, ...Object.fromEntries(MOMENTS.map((column) => [column, isoOf(order[column])])) }
}

/**
 * Writes the sample orders with their histories, invitations and pictures, once: all in one transaction, so that a run
 * that is cut short leaves none. Answers how many were written.
 */
export async function fillOrders(strapi: Core.Strapi, now: Instant): Promise<number> {
  if (await areThere(strapi)) return 0
  const drawn = await countersOf(strapi)
  const before = new Map(drawn)
  const orders = sampleOrders(now, numbering(drawn))
  const pictures = await evidenceOf(strapi, orders)
  const written: number = await strapi.db.transaction(async () => {
    await fillFiles(strapi, pictures)
    await fill(strapi, EVENTS, orders.flatMap(eventsOf))
    await fill(strapi, INVITATIONS, orders.flatMap(invitationsOf))
    await advanceCounters(strapi, before, drawn)
    return fill(strapi, ORDERS, orders)
  })
  return written
}

/** One stands for all: they were written together. */
async function areThere(strapi: Core.Strapi): Promise<boolean> {
  const [story] = stories()
  const documentId = orderIdOf(story?.name ?? '', 0)
  return (await strapi.db.query(ORDERS.uid).count({ where: { documentId } })) > 0
}

function eventsOf({ draft, events }: ReplayedOrder): EventSeed[] {
  return events.map((event) => ({ ...event, orderId: draft.documentId }))
}

function invitationsOf({ draft, invited, events }: ReplayedOrder): InvitationSeed[] {
  const at = events.findLast((event) => event.verb === 'pool')?.at ?? draft.createdAt
  return invited.map((teamCode) => ({ orderId: draft.documentId, teamCode, at }))
}

/** A picture for every file that a completed round named, those of rounds that were done again included. */
async function evidenceOf(strapi: Core.Strapi, orders: readonly ReplayedOrder[]): Promise<FileSeed[]> {
  const files: FileSeed[] = []
  for (const { draft, events } of orders) {
    const { documentId, number, siteCode, household } = draft
    let taken = 0
    for (const { verb, data, actor, at, teamCode } of events) {
      if (verb !== 'complete' || actor.kind !== 'user') continue
      const owner = { type: 'order', documentId, siteCode, teamCode, householdCode: household?.code ?? null } as const
      for (const fileId of data['evidence'] as readonly string[]) {
        taken += 1
        const name = `服务记录 ${number} ${taken}`
        const about = { documentId: fileId, name, alternativeText: `${name}（示例图片）` }
        files.push(await storePicture(strapi, await photo(fileId), { ...about, uploader: actor.username, at, owner }))
      }
    }
  }
  return files
}

async function countersOf(strapi: Core.Strapi): Promise<Map<string, number>> {
  const rows = (await strapi.db.query(COUNTER).findMany({ select: ['key', 'value'] })) as {
    key: string
    value: number
  }[]
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** Numbers that were drawn here are not to be given again. */
async function advanceCounters(
  strapi: Core.Strapi,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [key, value] of after) {
    if (before.get(key) === value) continue
    if (before.has(key)) await strapi.db.query(COUNTER).update({ where: { key }, data: { value } })
    else await strapi.db.query(COUNTER).create({ data: { key, value, documentId: documentIdOf('counter', key) } })
  }
}
