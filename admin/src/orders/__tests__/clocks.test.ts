import type { OrderEvent } from '@practice/dispatch/contracts'
import { clockStepsOf, deadlineOf } from '../clocks'

const clocks = { dispatchBy: 'D', acceptBy: 'A', resolveBy: 'R', rateBy: null, pausedAt: null }

function event(verb: OrderEvent['verb'], at: string): OrderEvent {
  return { verb, from: 'placed', to: 'placed', actor: { name: 'x', role: 'x' }, at, note: null, data: {} }
}

test.each([
  ['placed', 'D'],
  ['pooled', 'D'],
  ['dispatched', 'A'],
  ['accepted', 'R'],
  ['started', 'R'],
  ['completed', null],
  ['archived', null],
] as const)('in %s the deadline is %s', (state, deadline) => {
  expect(deadlineOf({ state, clocks })).toBe(deadline)
})

test('a step is done by the state, not by the history: after a decline it is open again', () => {
  const events = [event('dispatch', '1'), event('decline', '2')]
  const [dispatch] = clockStepsOf({ state: 'placed', clocks }, events)
  expect(dispatch).toEqual({ clock: 'dispatchBy', doneAt: null, dueAt: 'D', isRunning: true })
})

test('of several rounds the last one counts', () => {
  const events = [event('dispatch', '1'), event('decline', '2'), event('dispatch', '3')]
  const [dispatch, accept] = clockStepsOf({ state: 'dispatched', clocks }, events)
  expect(dispatch?.doneAt).toBe('3')
  expect(accept?.isRunning).toBe(true)
})

test('a claim dispatches and accepts at once', () => {
  const [dispatch, accept] = clockStepsOf({ state: 'accepted', clocks }, [event('claim', '5')])
  expect([dispatch?.doneAt, accept?.doneAt]).toEqual(['5', '5'])
})
