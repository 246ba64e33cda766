import { ok, refuse, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { lockedForMs } from '../../domain/login'
import { clearAttempts, countFailure, findAttempts, pairOf } from '../store/login-attempts'

/** More than this many waiting for one pair is no person at a keyboard. */
const WAITING_MAX = 40

/** Why a secret was not taken: it is wrong, or it is not tried at all for `retryAfterSeconds`. */
export type AttemptRefusal = 'wrong' | 'throttled'

/** Secrets that somebody tries at a door: passwords, PINs. Failures are counted in the database, for all servers. */
export const attempts = ({ strapi }: { strapi: Core.Strapi }) => {
  const waiting = new Map<string, { count: number; last: Promise<unknown> }>()

  /**
   * Tries of one pair wait for each other, so that a burst cannot try more secrets than the count allows. Between
   * several servers that many more tries slip through as there are servers, once.
   */
  async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T | null> {
    const turn = waiting.get(key) ?? { count: 0, last: Promise.resolve() }
    if (turn.count >= WAITING_MAX) return null
    waiting.set(key, turn)
    turn.count += 1
    const mine = turn.last.then(work, work)
    turn.last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      turn.count -= 1
      if (turn.count === 0) waiting.delete(key)
    }
  }

  return {
    /**
     * Tries a secret of `account` from `address`: `check` gives what it opens, or null when it is wrong. Five failures
     * in a row lock the pair of the two for a while. Whoever counts an account from everywhere gives one address for all.
     */
    async attempt<T>(
      { address, account }: { address: string; account: string },
      check: () => Promise<T | null>,
    ): Promise<Result<T, AttemptRefusal>> {
      const db = strapi.db.connection
      const pair = pairOf(address, account)
      const tried = await inTurn(`${pair.address} ${pair.account}`, async (): Promise<Result<T, AttemptRefusal>> => {
        const lockedMs = lockedForMs(await findAttempts(db, pair), Date.now())
        if (lockedMs > 0) return refuse('throttled', { retryAfterSeconds: Math.ceil(lockedMs / 1000) })
        const opened = await check()
        if (opened === null) {
          await countFailure(db, pair, Date.now())
          return refuse('wrong')
        }
        await clearAttempts(db, pair, Date.now())
        return ok(opened)
      })
      return tried ?? refuse('throttled', { retryAfterSeconds: 60 })
    },
  }
}
