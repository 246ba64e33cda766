import type { Clock, Instant } from '@practice/kernel'
import { app } from '../support/api'

/** Runs work at another time than now: the clock of points is put forward, and back again. */
export async function atTime<T>(at: Instant, work: () => Promise<T>): Promise<T> {
  const clock = app().plugin('scoring').service('clock') as Clock
  const { now } = clock
  clock.now = () => at
  try {
    return await work()
  } finally {
    clock.now = now
  }
}
