import { ok, parseValue, refuse, service, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { ChangePassword, Login, type LoginReply } from '../../contracts/login'
import { findLogin, type UserRow } from '../store/accounts'

/** Nobody's password: compared with when there is no account, so that the answer takes as long. */
const DUMMY_HASH = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'

type Refused = 'invalid' | 'invalid_credentials' | 'throttled'

interface Users {
  validatePassword(password: string, hash: string): Promise<boolean>
  edit(id: number, values: object): Promise<unknown>
}

/** Signing in, and changing one's password. */
export const logins = ({ strapi }: { strapi: Core.Strapi }) => {
  const users = () => strapi.plugin('users-permissions').service('user') as unknown as Users

  async function replyFor(user: UserRow): Promise<LoginReply> {
    const { id, documentId, username, email, displayName } = user
    const jwt = await service(strapi, 'access', 'tokens').issue(user)
    return { jwt, user: { id, documentId, username, email, displayName: displayName ?? username } }
  }

  /** What a name and a password open, or null. */
  async function check(identifier: string, password: string, address: string): Promise<LoginReply | null> {
    const user = await findLogin(strapi, identifier)
    const matches = await users().validatePassword(password, user?.password ?? DUMMY_HASH)
    const isIn = user !== null && matches && user.password !== null && user.blocked !== true
    await note(user, isIn, address)
    return isIn ? replyFor(user) : null
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
      const account = named?.username ?? identifier
      const tried = await service(strapi, 'access', 'attempts').attempt({ address, account }, () =>
        actors.asSystem('sign in', () => check(identifier, password, address)),
      )
      if (tried.ok) return tried
      return tried.code === 'wrong' ? refuse('invalid_credentials') : refuse('throttled', tried.details)
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
