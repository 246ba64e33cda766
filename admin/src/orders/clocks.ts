import type { ClockName, Order, OrderEvent, OrderState, Verb } from '@practice/dispatch/contracts'

/** Which clock runs in each state; none once the order is rated or over. */
const CLOCK_OF_STATE: Readonly<Record<OrderState, ClockName | null>> = {
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

/** The clock that runs in a state, or null. */
export function runningClockOf(state: OrderState): ClockName | null {
  return CLOCK_OF_STATE[state]
}

/** The deadline that counts now (ISO), or null when no clock runs. */
export function deadlineOf(order: Pick<Order, 'state' | 'clocks'>): string | null {
  const clock = CLOCK_OF_STATE[order.state]
  return clock === null ? null : order.clocks[clock]
}

/** A step of the loop as the line of clocks draws it. */
export interface ClockStep {
  clock: ClockName
  /** When it was done; null while it was not. */
  doneAt: string | null
  /** Until when it is to be done, when that is known. */
  dueAt: string | null
  /** Its clock is the one that runs. */
  isRunning: boolean
}

const DONE_BY: Readonly<Record<ClockName, readonly Verb[]>> = {
  dispatchBy: ['dispatch', 'claim'],
  acceptBy: ['accept', 'claim'],
  resolveBy: ['complete'],
  rateBy: ['rate'],
}

const STEPS: readonly ClockName[] = ['dispatchBy', 'acceptBy', 'resolveBy', 'rateBy']

/** States in which the first so many steps are done. */
const STEPS_DONE: Readonly<Record<OrderState, number>> = {
  placed: 0,
  pooled: 0,
  dispatched: 1,
  accepted: 2,
  started: 2,
  completed: 3,
  rated: 4,
  archived: 4,
  cancelled: 0,
}

/**
 * The four steps of the loop with when each was done or is due. A step counts as done by the state, not by the
 * history: what was declined or sent back stands open again.
 */
export function clockStepsOf(order: Pick<Order, 'state' | 'clocks'>, events: readonly OrderEvent[]): ClockStep[] {
  const running = CLOCK_OF_STATE[order.state]
  return STEPS.map((clock, index) => {
    // The last one; `at` is younger than residents' phones.
    const [last] = events.filter(({ verb }) => (DONE_BY[clock] as readonly string[]).includes(verb)).slice(-1)
    const isDone = index < STEPS_DONE[order.state]
    return {
      clock,
      doneAt: isDone ? (last?.at ?? null) : null,
      dueAt: order.clocks[clock],
      isRunning: clock === running,
    }
  })
}
