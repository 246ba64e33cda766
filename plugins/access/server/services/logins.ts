import { ok, parseValue, refuse, service, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { ChangePassword, Login, type LoginReply } from '../../contracts/login'
import { lockedForMs } from '../../domain/login'
import { findLogin, type UserRow } from '../store/accounts'
import { clearAttempts, countFailure, findAttempts, pairOf, type Pair } from '../store/login-attempts'

/** Nobody's password: compared with when there is no account, so that the answer takes as long. */
const DUMMY_HASH = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'

/** More than this many waiting for one pair is no person at a keyboard. */
const WAITING_MAX = 40

type Refused = 'invalid' | 'invalid_credentials' | 'throttled'

interface Users {
  validatePassword(password: string, hash: string): Promise<boolean>
  edit(id: number, values: object): Promise<unknown>
}

/** Signing in, and changing one's password. */
export const logins = ({ strapi }: { strapi: Core.Strapi }) => {
  const users = () => strapi.plugin('users-permissions').service('user') as unknown as Users
  const waiting = new Map<string, { count: number; last: Promise<unknown> }>()

  /**
   * Tries of one pair wait for each other, so that a burst cannot try more passwords than the count allows. Between
   * several servers that many more tries slip through as there are servers, once.
   */
  async function inTurn<T>(pair: Pair, work: () => Promise<T>): Promise<T | null> {
    const key = `${pair.address} ${pair.account}`
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

  async function replyFor(user: UserRow): Promise<LoginReply> {
    const { id, documentId, username, email, displayName } = user
    const jwt = await service(strapi, 'access', 'tokens').issue(user)
    return { jwt, user: { id, documentId, username, email, displayName: displayName ?? username } }
  }

  async function attempt(pair: Pair, identifier: string, password: string): Promise<Result<LoginReply, Refused>> {
    const db = strapi.db.connection
    const lockedMs = lockedForMs(await findAttempts(db, pair), Date.now())
    if (lockedMs > 0) return refuse('throttled', { retryAfterSeconds: Math.ceil(lockedMs / 1000) })
    const user = await findLogin(strapi, identifier)
    const matches = await users().validatePassword(password, user?.password ?? DUMMY_HASH)
    const isIn = user !== null && matches && user.password !== null && user.blocked !== true
    await note(user, isIn, pair.address)
    if (!isIn) {
      await countFailure(db, pair, Date.now())
      return refuse('invalid_credentials')
    }
    await clearAttempts(db, pair, Date.now())
    return ok(await replyFor(user))
  }

  async function note(user: UserRow | null, isIn: boolean, address: string): Promise<void> {
    const actor = user === null ? null : (await service(strapi, 'access', 'actors').account(user.id))?.actor
    await service(strapi, 'access', 'audit').record({
      actor: actor ?? { kind: 'public' },
      action: isIn ? 'login' : 'login_failed',
      subjectType: 'user',
      subjectId: user?.documentId,
      siteCode: actor?.siteCode ?? null,
      address,
    })
  }

  return {
    /** Signs somebody in, or says that it may not be: five failures in a row lock the pair for a while. */
    async signIn(body: unknown, address: string): Promise<Result<LoginReply, Refused>> {
      const parsed = parseValue(Login.body, body)
      if (!parsed.ok) return parsed
      const { identifier, password } = parsed.value
      const actors = service(strapi, 'access', 'actors')
      // One account has a name and an e-mail address, and one count of failures.
      const named = await actors.asSystem('whose count', () => findLogin(strapi, identifier))
      const pair = pairOf(address, named?.username ?? identifier)
      const result = await inTurn(pair, () => actors.asSystem('sign in', () => attempt(pair, identifier, password)))
      return result ?? refuse('throttled', { retryAfterSeconds: 60 })
    },

    /** Changes the signed-in user's password; every token of the old one is dead at once. */
    async changePassword(userId: number, body: unknown, address: string): Promise<Result<LoginReply, Refused>> {
      const parsed = parseValue(ChangePassword.body, body)
      if (!parsed.ok) return parsed
      const actors = service(strapi, 'access', 'actors')
      const before = await actors.account(userId)
      if (before === null) return refuse('invalid_credentials')
      // Whoever holds a stolen token must not try passwords here any faster than at the door.
      const again = await this.signIn(
        { identifier: before.user.username, password: parsed.value.currentPassword },
        address,
      )
      if (!again.ok) return again
      return actors.asSystem('change password', async () => {
        await users().edit(userId, { password: parsed.value.password })
        actors.drop()
        const after = await actors.account(userId)
        if (after === null) return refuse('invalid_credentials')
        const actor = after.actor ?? { kind: 'public' as const }
        const entry = {
          actor,
          action: 'change_password',
          subjectType: 'user',
          subjectId: after.user.documentId,
          address,
        }
        await service(strapi, 'access', 'audit').record(entry)
        return ok(await replyFor(after.user))
      })
    },
  }
}
