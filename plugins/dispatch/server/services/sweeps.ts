import { inOneTransaction, isoOf, service, type Instant, type SystemActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { clocksWhenEscalated, clocksWhenOverdue, runningClock } from '../../domain'
import type { ClockRules, EventFacts, OrderClocks } from '../../domain'
import type { Directory } from '../store/directory'
import { advance, appendEvent } from '../store/orders'
import type { StoredOrder } from '../store/rows'
import { findNewlyOverdue, findToEscalate } from '../store/sweeps'
import { clockRules } from './act'
import { tellOfStep } from './telling'

const BATCH_SIZE = 100

const CLOCKS: SystemActor = { kind: 'system', because: 'clocks' }

/** What one run did. */
export interface Swept {
  overdue: number
  escalated: number
}

type Step = { changes: Partial<OrderClocks>; event: EventFacts } | null

/** What the clocks do by themselves. */
export const sweeps = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Marks what is overdue and takes what has stayed so one step up (站 → 所 → 中心 → 包联领导). Any number of servers
   * may run this at once: each order is claimed by a conditional update, and whoever is late changes nothing. The
   * version of an order stays, so that a person's form does not go stale by it; its history counts on.
   */
  async run(now: Instant): Promise<Swept> {
    const rules = await clockRules(strapi)
    const db = strapi.db.connection
    const overdue = await sweep(
      strapi,
      now,
      () => findNewlyOverdue(db, now, BATCH_SIZE),
      (order) => fallDue(order, now, rules),
    )
    const escalated = await sweep(
      strapi,
      now,
      () => findToEscalate(db, now, BATCH_SIZE),
      (order) => escalate(order, now, rules),
    )
    return { overdue, escalated }
  },
})

/** Batch by batch, until there is nothing left or others are at the same rows. */
async function sweep(
  strapi: Core.Strapi,
  now: Instant,
  find: () => Promise<StoredOrder[]>,
  stepOf: (order: StoredOrder) => Step,
): Promise<number> {
  let done = 0
  for (;;) {
    const batch = await find()
    let claimed = 0
    const directory = await service(strapi, 'dispatch', 'directory').read()
    for (const order of batch) {
      if (await claim(strapi, order, stepOf(order), { now, directory })) claimed++
    }
    done += claimed
    if (batch.length < BATCH_SIZE || claimed === 0) return done
  }
}

async function claim(
  strapi: Core.Strapi,
  order: StoredOrder,
  step: Step,
  { now, directory }: { now: Instant; directory: Directory },
): Promise<boolean> {
  if (step === null) return false
  return inOneTransaction(strapi, async (trx) => {
    const sequence = await advance(trx, order, { to: order.state, changes: step.changes, countsVersion: false }, now)
    if (sequence === null) return false
    const place = { orderId: order.documentId, sequence, version: null, teamCode: order.teamCode }
    await appendEvent(trx, place, step.event, CLOCKS, now)
    const told = { verb: step.event.verb, sequence, note: null, invites: [], actor: CLOCKS, now, directory }
    await tellOfStep(strapi, trx, { ...told, order: { ...order, ...step.changes } })
    return true
  })
}

function fallDue(order: StoredOrder, now: Instant, rules: ClockRules): Step {
  const changes = clocksWhenOverdue(order.siteCode, now, rules)
  const data = { clock: runningClock(order.state), deadline: isoOf(order.deadline), escalation: changes.escalation }
  return { changes, event: { verb: 'overdue', from: order.state, to: order.state, note: null, data } }
}

function escalate(order: StoredOrder, now: Instant, rules: ClockRules): Step {
  const changes = order.escalation === null ? null : clocksWhenEscalated(order.escalation, now, rules)
  if (changes === null) return null
  const data = { from: order.escalation, escalation: changes.escalation }
  return { changes, event: { verb: 'escalate', from: order.state, to: order.state, note: null, data } }
}
