import { addWorking, DAY_MS, HOUR_MS, resumed, tierOf, type Instant, type WorkingCalendar } from '@practice/kernel'
import type { Order, OrderClocks } from './order'
import type { ClockSettings } from './settings'
import { ESCALATIONS, type ClockName, type Escalation, type OrderState, type Urgency, type Verb } from './vocabulary'

/** What a clock runs by: the settings and the calendar of working days. */
export interface ClockRules {
  clocks: ClockSettings
  calendar: WorkingCalendar
}

const RUNNING: Readonly<Record<OrderState, ClockName | null>> = {
  placed: 'dispatchBy',
  pooled: 'dispatchBy',
  dispatched: 'acceptBy',
  accepted: 'resolveBy',
  started: 'resolveBy',
  completed: 'rateBy',
  rated: null,
  archived: null,
  cancelled: null,
}

/** Which of the four clocks runs in a state, or null. */
export function runningClock(state: OrderState): ClockName | null {
  return RUNNING[state]
}

/** The states whose clock somebody on duty answers for. An unrated order is nobody's delay: it is shown as unrated. */
export const WATCHED_STATES = [
  'placed',
  'pooled',
  'dispatched',
  'accepted',
  'started',
] as const satisfies readonly OrderState[]

const NOT_OVERDUE = { overdue: false, escalation: null, escalateAt: null } as const
const STOPPED = { ...NOT_OVERDUE, deadline: null, pausedAt: null } as const

/** The clocks of an order that is placed at `now`. */
export function clocksOfNew(urgency: Urgency, now: Instant, rules: ClockRules): OrderClocks {
  const dispatchBy = addWorking(now, hoursToDispatch(urgency, rules.clocks) * HOUR_MS, rules.calendar)
  return { ...STOPPED, dispatchBy, deadline: dispatchBy, acceptBy: null, resolveBy: null, rateBy: null }
}

/** What a verb that is done at `now` changes on the clocks. */
export function clocksAfter(verb: Verb, order: Order, now: Instant, rules: ClockRules): Partial<OrderClocks> {
  const { clocks } = rules
  switch (verb) {
    case 'dispatch':
      return started('acceptBy', clocks.acceptHours * HOUR_MS, now, rules)
    case 'claim':
    case 'accept':
      return started('resolveBy', order.resolveDays * DAY_MS, now, rules)
    case 'decline':
      return {
        acceptBy: null,
        ...started('dispatchBy', hoursToDispatch(order.urgency, clocks) * HOUR_MS, now, rules),
      }
    case 'complete':
      return started('rateBy', clocks.rateDays * DAY_MS, now, rules)
    case 'rework':
      return { resolveBy: null, rateBy: null, ...started('acceptBy', clocks.acceptHours * HOUR_MS, now, rules) }
    case 'pause':
      return { pausedAt: now, deadline: null }
    case 'resume':
      return resumedClocks(order, now, rules)
    case 'rate':
    case 'cancel':
    case 'archive':
      return STOPPED
    case 'pool':
    case 'start':
      return {}
  }
}

function hoursToDispatch(urgency: Urgency, clocks: ClockSettings): number {
  return urgency === 'urgent' ? clocks.dispatchUrgentHours : clocks.dispatchGeneralHours
}

/** A clock that starts now. What was overdue is no longer: another clock counts. */
function started(name: ClockName, workingMs: number, now: Instant, rules: ClockRules): Partial<OrderClocks> {
  const deadline = addWorking(now, workingMs, rules.calendar)
  return { ...NOT_OVERDUE, [name]: deadline, deadline }
}

function resumedClocks(order: Order, now: Instant, rules: ClockRules): Partial<OrderClocks> {
  const name = runningClock(order.state)
  const stopped = name === null ? null : order[name]
  const { pausedAt, escalateAt } = order
  if (name === null || stopped === null || pausedAt === null) return { pausedAt: null }
  const deadline = resumed(stopped, pausedAt, now, rules.calendar)
  return {
    pausedAt: null,
    [name]: deadline,
    deadline,
    escalateAt: escalateAt === null ? null : resumed(escalateAt, pausedAt, now, rules.calendar),
  }
}

/** Whether the resident's time to rate is over. */
export function timeToRateIsOver(order: Pick<Order, 'rateBy'>, now: Instant): boolean {
  return order.rateBy !== null && order.rateBy <= now
}

/** Where the escalation of an order begins: at the tier of its own site; a point's is its village. */
export function firstEscalation(siteCode: string): Escalation {
  const tier = tierOf(siteCode)
  return tier === 'town' || tier === 'center' ? tier : 'village'
}

/** One step up: 站 → 所 → 中心 → 包联领导, or null above the leader. */
export function nextEscalation(escalation: Escalation): Escalation | null {
  return ESCALATIONS[ESCALATIONS.indexOf(escalation) + 1] ?? null
}

/** What becomes of an order whose deadline has passed unnoticed until `now`. */
export function clocksWhenOverdue(siteCode: string, now: Instant, rules: ClockRules): Partial<OrderClocks> {
  return escalated(firstEscalation(siteCode), now, rules)
}

/** What becomes of an overdue order when the time of its step is over too; null at the top. */
export function clocksWhenEscalated(from: Escalation, now: Instant, rules: ClockRules): Partial<OrderClocks> | null {
  const next = nextEscalation(from)
  return next === null ? null : escalated(next, now, rules)
}

function escalated(to: Escalation, now: Instant, rules: ClockRules): Partial<OrderClocks> {
  const last = nextEscalation(to) === null
  const escalateAt = last ? null : addWorking(now, rules.clocks.escalateHours * HOUR_MS, rules.calendar)
  return { overdue: true, escalation: to, escalateAt }
}
