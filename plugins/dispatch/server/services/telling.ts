import {
  displayNameOf,
  inScope,
  scopeOf,
  service,
  type Actor,
  type Instant,
  type Role,
  type UserActor,
} from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Notice } from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { Escalation, EventVerb, Order } from '../../domain'
import type { Directory } from '../store/directory'

/** What happened to an order, for whoever should know. */
export interface Told {
  /** As it stands after the step. */
  order: Pick<Order, 'siteCode' | 'teamCode' | 'householdCode'> & {
    documentId: string
    number: string
    itemCode: string
    escalation: Escalation | null
  }
  verb: EventVerb
  /** Where the step stands in the order's history. */
  sequence: number
  note: string | null
  /** The teams that may claim it. */
  invites: readonly string[]
  actor: Actor
  now: Instant
  /** Read before the transaction: on SQLite nothing else may be asked within one. */
  directory: Directory
}

/** Who answers for the orders of a site, from the village up. */
const DESK = ['village-admin', 'town-officer', 'county-dispatcher'] as const satisfies readonly Role[]

const ESCALATED_TO: Readonly<Record<Exclude<Escalation, 'leader'>, Role>> = {
  village: 'village-admin',
  town: 'town-officer',
  center: 'county-dispatcher',
}

/** Steps after which nobody waits less than before. */
const LEAVES_WAITING: readonly EventVerb[] = ['place', 'start', 'pause', 'resume', 'overdue', 'escalate']

const WAITING = [
  ...(['order_placed', 'order_declined', 'order_overdue', 'order_escalated'] as const),
  ...(['order_pooled', 'order_dispatched', 'order_completed'] as const),
] as const

type Telling = Pick<Notice, 'kind' | 'to'>

/**
 * Tells those whom a step of an order concerns, within the step's transaction, and takes back what nobody need do any
 * more: what one dispatcher has dispatched no longer waits for another.
 */
export async function tellOfStep(strapi: Core.Strapi, trx: Knex.Transaction, told: Told): Promise<void> {
  const { order, verb, now, actor } = told
  const notifications = service(strapi, 'access', 'notifications')
  if (!LEAVES_WAITING.includes(verb)) await notifications.settle(trx, order.documentId, WAITING, now)
  for (const { kind, to } of tellingsOf(told)) {
    await notifications.notify(trx, {
      kind,
      to,
      by: actor,
      subject: { type: 'order', documentId: order.documentId },
      siteCode: order.siteCode,
      cause: `order:${order.documentId}:${told.sequence}:${kind}`,
      facts: factsOf(told),
      at: now,
      admits: (recipient) => concerns(recipient, told, kind === 'order_pooled'),
    })
  }
  await service(strapi, 'access', 'live').changed()
}

function tellingsOf({ order, verb, invites }: Told): Telling[] {
  const { siteCode, teamCode, householdCode } = order
  const desk = { roles: DESK, siteCode }
  const team = teamCode === null ? [] : [teamCode]
  switch (verb) {
    case 'place':
      return [{ kind: 'order_placed', to: desk }]
    case 'decline':
      return [{ kind: 'order_declined', to: desk }]
    case 'dispatch':
    case 'rework':
      return [{ kind: 'order_dispatched', to: { teams: team } }]
    case 'pool':
      return [{ kind: 'order_pooled', to: { teams: invites } }]
    case 'complete':
      return householdCode === null ? [] : [{ kind: 'order_completed', to: { household: householdCode } }]
    case 'overdue':
      return [
        { kind: 'order_overdue', to: desk },
        { kind: 'order_overdue', to: { teams: team } },
      ]
    case 'escalate':
      return [{ kind: 'order_escalated', to: escalatedTo(order.escalation, siteCode) }]
    default:
      return []
  }
}

function escalatedTo(escalation: Escalation | null, siteCode: string): Notice['to'] {
  if (escalation === null || escalation === 'leader') return { assignedTo: siteCode }
  return { roles: [ESCALATED_TO[escalation]], siteCode }
}

/** Whoever sees the order, unless it is their own household's: then others have to see to it. */
function concerns(recipient: UserActor, { order }: Told, isInvited: boolean): boolean {
  const isOwn = recipient.householdCode !== null && recipient.householdCode === order.householdCode
  if (isOwn && recipient.role !== 'resident') return false
  return isInvited || inScope(scopeOf(recipient, 'order', 'read'), order)
}

function factsOf({ order, note, actor, directory }: Told): Notice['facts'] {
  const place = directory.sites.get(order.siteCode)?.name
  return {
    title: directory.items.get(order.itemCode)?.name ?? order.itemCode,
    number: order.number,
    ...(place === undefined ? {} : { place }),
    ...(actor.kind === 'user' ? { by: displayNameOf(actor) } : {}),
    ...(note === null ? {} : { note }),
  }
}
