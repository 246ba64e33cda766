import { afterCommit, ok, refuse, service, SYSTEM_CLOCK, type Actor, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { PassThrough } from 'node:stream'
import { Hub } from '../live/hub'
import { Listener } from '../live/listener'
import type { LiveSource } from '../live/source'
import { findRowMarks, notificationSource } from '../store/live'

/** Each holds a connection; what comes after is told to ask again later, and polls until then. */
const LISTENERS_MAX = 2_000

/** Browsers open six connections to a server; tabs that listen must leave some for what they ask. */
const LISTENERS_OF_ACCOUNT_MAX = 4

/** How long an account is believed whose row says nothing new: its role and its assignments are kept elsewhere. */
const VERIFY_MS = 60_000

/** Why nobody listens: no account, or too many do. */
export type LiveRefusal = 'role_not_allowed' | 'throttled'

/** Live updates: what changed that somebody may see, as it changes. */
export const live = ({ strapi }: { strapi: Core.Strapi }) => {
  const now = () => SYSTEM_CLOCK.now()
  let isClosed = false

  const hub = new Hub({
    now,
    async check(listeners) {
      const ids = [...new Set(listeners.map(({ actor }) => actor.userId))]
      const marks = await findRowMarks(strapi.db.connection, ids)
      for (const listener of listeners) await verify(listener, marks.get(listener.actor.userId) ?? null)
    },
    warn: (error) => strapi.log.warn(`live updates: ${String(error)}`),
  })
  hub.add(notificationSource(() => strapi.db.connection))

  async function verify(listener: Listener, mark: string | null): Promise<void> {
    if (mark === null || listener.until <= now()) return hub.leave(listener)
    if (listener.rowMark === mark && now() - listener.verifiedAt < VERIFY_MS) return
    const account = await service(strapi, 'access', 'tokens').accountOf(listener.token)
    if (account === null || account.actor === null) return hub.leave(listener)
    Object.assign(listener, { actor: account.actor, rowMark: mark, verifiedAt: now() })
  }

  return {
    /** Adds a kind of changes that one can listen to: for a plugin's `register`. */
    register(source: LiveSource): void {
      hub.add(source)
    },

    /** A change was written: once its transaction is committed, this server's listeners hear of it at once. */
    changed(): Promise<void> {
      return hub.listeners.size === 0 ? Promise.resolve() : afterCommit(strapi, () => hub.wake())
    },

    /** An account, a role or an assignment changed here: whoever may no longer listen is cut off at once. */
    accountsChanged(): void {
      hub.wake(true)
    },

    /** Opens a stream for the holder of a token. `leave` is called when its reader is gone. */
    async listen(actor: Actor, token: string): Promise<Result<{ stream: PassThrough; leave(): void }, LiveRefusal>> {
      if (actor.kind !== 'user') return refuse('role_not_allowed')
      const own = [...hub.listeners].filter((listener) => listener.actor.userId === actor.userId)
      const isFull = hub.listeners.size >= LISTENERS_MAX || own.length >= LISTENERS_OF_ACCOUNT_MAX
      if (isClosed || isFull) return refuse('throttled')
      const until = await service(strapi, 'access', 'tokens').expiryOf(token)
      const listener = new Listener(actor, token, until, now())
      await hub.join(listener)
      return ok({ stream: listener.stream, leave: () => hub.leave(listener) })
    },

    /** Ends every stream, so that the server can close. */
    close(): void {
      isClosed = true
      hub.close()
    },
  }
}
