import { PUBLIC, type Actor, type PanelActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { BoundedCache } from '../actor/bounded-cache'
import { createEntries } from '../actor/entries'
import { loadAccount, loadActions, type Account } from '../store/accounts'

/** How long a server may act on what another server has changed since; its own changes count at once. */
const LIFETIME_MS = 5_000
const ACCOUNTS_MAX = 20_000
const ROLES_MAX = 100

const BOOT: Actor = { kind: 'system', because: 'boot' }

/** The part of a Koa context by which a request's actor is known. */
interface RequestState {
  state: { auth?: { strategy?: { name?: string } }; user?: unknown }
}

/** Who acts: in a request, in work that says so, or nobody. */
export const actors = ({ strapi }: { strapi: Core.Strapi }) => {
  const entries = createEntries()
  const accounts = new BoundedCache<number, Account | null>(ACCOUNTS_MAX, LIFETIME_MS)
  const actions = new BoundedCache<number | 'public', ReadonlySet<string>>(ROLES_MAX, LIFETIME_MS)
  const ofRequest = new WeakMap<object, Actor>()

  const service = {
    /**
     * Who acts right now. Within `runAs` and `asSystem`, whoever they named; in a request, its user, or nobody. Outside
     * of both it is nobody, once the server is up: Strapi's own boot (schema sync, defaults of its plugins, every
     * plugin's register and bootstrap), which ends before it listens, is the system's.
     */
    current(): Actor {
      const request = strapi.requestContext.get()
      const entered = entries.current(request)
      if (entered !== null) return entered
      if (request === undefined) return strapi.isLoaded ? PUBLIC : BOOT
      return ofRequest.get(request) ?? panelOf(request) ?? PUBLIC
    },

    /** Runs `work` as `actor`, until its promise is settled and no longer. */
    runAs<T>(actor: Actor, work: () => T | Promise<T>): Promise<T> {
      return entries.run(actor, strapi.requestContext.get(), work)
    },

    /** Runs `work` past every scope. `because` says why, in a word or two that the audit log can show. */
    asSystem<T>(because: string, work: () => T | Promise<T>): Promise<T> {
      return service.runAs({ kind: 'system', because }, work)
    },

    /** Forgets what is cached of users, roles and permissions. */
    drop(): void {
      accounts.drop()
      actions.drop()
    },

    /** Notes who the user of a request is; done once, where its token is read. */
    identify(request: object, actor: Actor): void {
      ofRequest.set(request, actor)
    },

    /** A user's account, from the cache. */
    account(userId: number): Promise<Account | null> {
      return accounts.get(userId, () => service.asSystem('sign in', () => loadAccount(strapi, userId)))
    },

    /** The actions granted to a role, or to the public, from the cache. */
    actionsOf(roleId: number | null): Promise<ReadonlySet<string>> {
      return actions.get(roleId ?? 'public', () => service.asSystem('sign in', () => loadActions(strapi, roleId)))
    },
  }
  return service
}

function panelOf(request: RequestState): PanelActor | null {
  const { auth, user } = request.state
  if (auth?.strategy?.name !== 'admin' || typeof user !== 'object' || user === null) return null
  const { id, username, firstname, lastname } = user as Record<string, unknown>
  if (typeof id !== 'number') return null
  const names = [username, firstname, lastname].filter((name) => typeof name === 'string' && name !== '')
  return { kind: 'panel', adminId: id, displayName: names.join(' ') || String(id) }
}
