import { chinaCalendar, HOUR_MS, isoOf, nameOf, type Actor, type Instant } from '@practice/kernel'
import {
  clocksOfNew,
  clocksWhenEscalated,
  clocksWhenOverdue,
  decide,
  DEFAULT_CLOCKS,
  runningClock,
  UNTOUCHED,
  WATCHED_STATES,
} from '@practice/dispatch/domain'
import type { ClockRules, EventFacts, Order, OrderState } from '@practice/dispatch/domain'
import { agendaOf, type Agenda } from './agenda'
import type { StepName } from './cases'
import { askedBy, type CommandSources, type Standing } from './commands'
import type { Draft } from './draft'
import { byDay, scheduleOf, type TimedStep } from './schedule'

/** A step that was taken, as it is kept. */
export interface ReplayedEvent extends EventFacts {
  /** From 1, without gaps. */
  sequence: number
  /** The version that a verb led to; what the clocks do counts none. */
  version: number | null
  teamCode: string | null
  actor: Actor
  at: Instant
}

/** An order with all that happened to it until now. */
export interface ReplayedOrder extends Standing {
  events: ReplayedEvent[]
}

interface Live extends ReplayedOrder {
  declinedTeamCodes: string[]
  invited: readonly string[]
  next: TimedStep[]
}

const RULES: ClockRules = { clocks: DEFAULT_CLOCKS, calendar: chinaCalendar() }
/** As the product names whoever watches the clocks. */
const CLOCKS: Actor = { kind: 'system', because: 'clocks' }
/** The sweep comes round about once a minute. */
const SWEEP_LAG_MS = 40_000

/**
 * Lives through all stories at once, in the order of time, by the product's own rules: every verb is decided by
 * `decide`, every team is found by the product's matching as loads stood then, and overdue orders are swept.
 */
export function replay(drafts: readonly Draft[], sources: CommandSources): ReplayedOrder[] {
  const agenda = agendaOf()
  const placed = drafts.map((draft) => {
    const live = place(draft, sources)
    agenda.put(draft.createdAt, () => follow(live, agenda, sources))
    return live
  })
  agenda.runUntil(sources.now)
  return placed
}

function place(draft: Draft, { now }: CommandSources): Live {
  const { story, urgency, createdAt, random, number } = draft
  const order: Order = {
    state: 'placed',
    version: 1,
    siteCode: draft.siteCode,
    householdCode: draft.household?.code ?? null,
    requesterName: draft.requesterName,
    requesterPhone: draft.requesterPhone,
    urgency,
    resolveDays: draft.line.resolveDays,
    createdAt,
    ...clocksOfNew(urgency, createdAt, RULES),
    ...UNTOUCHED,
  }
  const live: Live = {
    draft,
    order,
    declinedTeamCodes: [],
    invited: [],
    events: [],
    next: scheduleOf(story.steps, { createdAt, urgency }, now, random),
  }
  const facts: EventFacts = { verb: 'place', from: null, to: 'placed', note: draft.onBehalfReason, data: { number } }
  append(live, facts, draft.placedBy, createdAt, order.version)
  return live
}

/** Puts what comes next for an order on the agenda: its story's next step, and the sweep should that be too late. */
function follow(live: Live, agenda: Agenda, sources: CommandSources): void {
  const step = live.next[0]
  if (step !== undefined) {
    agenda.put(momentOf(step, live, sources), (at) => {
      live.next.shift()
      if (take(step.name, live, at, sources)) follow(live, agenda, sources)
      else live.next = []
    })
  }
  const { deadline, overdue } = live.order
  if (overdue) waitForEscalation(live, agenda)
  else if (deadline !== null) agenda.put(deadline + SWEEP_LAG_MS, (at) => sweep(live, deadline, agenda, at))
}

/** An order that nobody rates is archived once the time to rate is over, and not before. */
function momentOf(step: TimedStep, { order, draft }: Live, { now }: CommandSources): Instant {
  if (step.name !== 'archive' || order.stars !== null || order.rateBy === null) return step.at
  const over = order.rateBy + draft.random.integer(12, 40) * HOUR_MS
  return Math.max(byDay(over, now, draft.random), order.rateBy)
}

/** Takes a step by the rules. False when no team could be found, which ends the story here. */
function take(name: StepName, live: Live, at: Instant, sources: CommandSources): boolean {
  const asked = askedBy(name, live, at, sources)
  if (asked === null) return false
  const before = live.order
  const decision = decide({ order: before, ...asked, now: at, rules: RULES })
  if (!decision.ok)
    throw new Error(`${live.draft.story.name} ${live.draft.number}: ${name} was refused: ${decision.code}`)
  const { to, changes, event, invites } = decision.value
  live.order = { ...before, ...changes, state: to, version: before.version + 1 }
  if (name === 'pool') live.invited = invites
  tell(live, before, at, sources)
  append(live, event, asked.actor, at, live.order.version, live.order.teamCode ?? before.teamCode)
  return true
}

/** Keeps the roster right: loads, declines, ratings. */
function tell(live: Live, before: Order, at: Instant, { roster }: CommandSources): void {
  const { order } = live
  const teamCode = order.teamCode ?? before.teamCode
  if (teamCode === null) return
  roster.moved(teamCode, before.state, order.state, at)
  if (before.teamCode !== null && order.teamCode === null) {
    roster.declined(before.teamCode)
    live.declinedTeamCodes.push(before.teamCode)
  }
  if (order.stars !== null && before.stars === null) roster.rated(teamCode, order.stars)
}

/** What the product's sweep does to an order whose deadline passed, as long as that deadline still counts. */
function sweep(live: Live, deadline: Instant, agenda: Agenda, at: Instant): void {
  const { order } = live
  if (order.deadline !== deadline || order.overdue || !isWatched(order.state)) return
  live.order = { ...order, ...clocksWhenOverdue(order.siteCode, at, RULES) }
  const clock = runningClock(order.state)
  note(live, 'overdue', { clock, deadline: isoOf(deadline), escalation: live.order.escalation }, at)
  waitForEscalation(live, agenda)
}

function waitForEscalation(live: Live, agenda: Agenda): void {
  const { escalateAt } = live.order
  if (escalateAt === null) return
  agenda.put(escalateAt + SWEEP_LAG_MS, (at) => {
    const { order } = live
    if (order.escalateAt !== escalateAt || order.escalation === null || order.pausedAt !== null) return
    const changes = clocksWhenEscalated(order.escalation, at, RULES)
    if (changes === null) return
    live.order = { ...order, ...changes }
    note(live, 'escalate', { from: order.escalation, escalation: live.order.escalation }, at)
    waitForEscalation(live, agenda)
  })
}

function isWatched(state: OrderState): boolean {
  return (WATCHED_STATES as readonly OrderState[]).includes(state)
}

function note(live: Live, verb: 'overdue' | 'escalate', data: EventFacts['data'], at: Instant): void {
  const { state, teamCode } = live.order
  append(live, { verb, from: state, to: state, note: null, data }, CLOCKS, at, null, teamCode)
}

function append(
  live: Live,
  facts: EventFacts,
  actor: Actor,
  at: Instant,
  version: number | null,
  teamCode: string | null = null,
): void {
  live.events.push({ ...facts, sequence: live.events.length + 1, version, teamCode, actor, at })
}

/** How an actor is named in an event: as the product keeps it. */
export function eventActorOf(actor: Actor): { actor: string; actorName: string; role: string } {
  const name = nameOf(actor)
  return actor.kind === 'user'
    ? { actor: name, actorName: actor.displayName, role: actor.role }
    : { actor: name, actorName: name, role: actor.kind }
}
