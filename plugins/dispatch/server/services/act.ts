import {
  inTransaction,
  refuse,
  Refused,
  service,
  type Actor,
  type Instant,
  type Refusal,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { Order } from '../../contracts'
import { decide, OCCUPYING_STATES, precheck } from '../../domain'
import type { ClockRules, Command, Decision, OrderRefusal } from '../../domain'
import { workingCalendar } from '../calendar'
import { nextValue } from '../store/counters'
import { advance, appendEvent, countOnHand, findMissed, findOrder, invite } from '../store/orders'
import { findCapacity } from '../store/teams'
import type { Directory } from '../store/directory'
import type { StoredOrder } from '../store/rows'
import { factsFor } from './facts'
import type { Snapshot } from './matching'
import { tellOfStep } from './telling'
import { viewOf } from './view'

/** A verb that somebody asks for. */
export interface Act {
  actor: Actor
  documentId: string
  command: Command
  now: Instant
  /** The teams as they stood when a plan was made, so that its lines need not read them again. */
  snapshot?: Snapshot
}

/** Loads, decides, commits. */
export async function act(strapi: Core.Strapi, asked: Act): Promise<Result<Order, OrderRefusal>> {
  const { actor, documentId, command, now } = asked
  const order = await findOrder(strapi.db.connection, documentId, actor)
  if (order === null) return (await tooLate(strapi, asked)) ?? refuse('not_found')
  const checked = precheck(order, command, actor)
  if (!checked.ok) return withFreshOrder(strapi, asked, checked)
  const facts = await factsFor(strapi, order, { actor: checked.value, command, now, snapshot: asked.snapshot })
  const rules = await clockRules(strapi)
  const decision = decide({ order, command, actor, now, rules, facts })
  if (!decision.ok) return decision
  const directory = await service(strapi, 'dispatch', 'directory').read()
  const committed = await inTransaction<StoredOrder, OrderRefusal>(strapi, (trx) =>
    commit(strapi, trx, { actor, order, decision: decision.value, now, directory }),
  )
  if (!committed.ok) return withFreshOrder(strapi, asked, committed)
  return { ok: true, value: viewOf(committed.value, { actor, directory, now }) }
}

/** The clocks' settings and the calendar that they run by. */
export async function clockRules(strapi: Core.Strapi): Promise<ClockRules> {
  const { clocks } = await service(strapi, 'dispatch', 'settings').read()
  return { clocks, calendar: workingCalendar }
}

interface Commit {
  actor: Actor
  order: StoredOrder
  decision: Decision
  now: Instant
  directory: Directory
}

/** The state, its event, the audit entry and the files' owner change together or not at all. */
async function commit(strapi: Core.Strapi, trx: Knex.Transaction, work: Commit): Promise<StoredOrder> {
  const { actor, order, decision, now, directory } = work
  const { documentId, siteCode, householdCode } = order
  if (decision.occupies !== null) await takePlace(trx, decision.occupies, now)
  const step = { to: decision.to, changes: decision.changes, countsVersion: true }
  const sequence = await advance(trx, order, step, now)
  if (sequence === null) throw new Refused<OrderRefusal>(refuse('changed_meanwhile'))
  const after: StoredOrder = {
    ...order,
    ...decision.changes,
    state: decision.to,
    version: order.version + 1,
    events: sequence,
  }
  const teamCode = after.teamCode ?? order.teamCode
  const place = { orderId: documentId, sequence, version: after.version, teamCode }
  await appendEvent(trx, place, decision.event, actor, now)
  if (decision.event.verb === 'pool') await invite(trx, documentId, decision.invites, now)
  if (decision.evidence.length > 0) {
    const subject = { type: 'order', documentId, siteCode, teamCode, householdCode }
    const bound = await service(strapi, 'access', 'files').bind(trx, decision.evidence, subject, actor)
    if (!bound.ok) throw new Refused<OrderRefusal>(bound)
  }
  const audit = service(strapi, 'access', 'audit')
  const detail = { number: order.number, version: after.version }
  await audit.record(
    { actor, action: decision.event.verb, subjectType: 'order', subjectId: documentId, siteCode, detail },
    trx,
  )
  const { verb, note } = decision.event
  await tellOfStep(strapi, trx, {
    order: after,
    verb,
    sequence,
    note,
    invites: decision.invites,
    actor,
    now,
    directory,
  })
  return after
}

/**
 * Counts what the team has on its hands again, alone: whoever dispatches to the same team waits here until this
 * transaction ends, on PostgreSQL as on SQLite.
 */
async function takePlace(trx: Knex.Transaction, teamCode: string, now: Instant): Promise<void> {
  await nextValue(trx, `team:${teamCode}`, new Date(now))
  const onHand = await countOnHand(trx, teamCode, OCCUPYING_STATES)
  const capacity = await findCapacity(trx, teamCode)
  if (onHand < capacity) return
  const because = [{ code: 'at_capacity', text: `手头 ${onHand}/${capacity} 单,已满` }]
  throw new Refused<OrderRefusal>(refuse('team_not_eligible', { team: teamCode, because }))
}

const ABOUT_STATE: readonly OrderRefusal[] = ['wrong_state', 'paused', 'not_paused', 'changed_meanwhile']

/** Whoever lost is shown how the order stands now. */
async function withFreshOrder(
  strapi: Core.Strapi,
  asked: Act,
  refusal: Refusal<OrderRefusal>,
): Promise<Refusal<OrderRefusal>> {
  if (!ABOUT_STATE.includes(refusal.code)) return refusal
  const { actor, documentId, now } = asked
  const fresh = await findOrder(strapi.db.connection, documentId, actor)
  if (fresh === null) return (await tooLate(strapi, asked)) ?? refusal
  const directory = await service(strapi, 'dispatch', 'directory').read()
  return refuse(refusal.code, { ...refusal.details, order: viewOf(fresh, { actor, directory, now }) })
}

/**
 * A pooled order that another team claimed is no longer this team's to see. Who was invited is told that it is gone,
 * and how it stands, but nothing more of it.
 */
async function tooLate(
  strapi: Core.Strapi,
  { actor, documentId, command }: Act,
): Promise<Refusal<OrderRefusal> | null> {
  if (command.verb !== 'claim' || actor.kind !== 'user' || actor.role !== 'team-leader') return null
  const missed = await findMissed(strapi.db.connection, documentId, actor.teamCode ?? '')
  return missed === null ? null : refuse('wrong_state', { state: missed.state, order: { ...missed, allowed: [] } })
}
