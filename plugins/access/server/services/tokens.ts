import { service, type Instant } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { BoundedCache } from '../actor/bounded-cache'
import { passwordMarkOf, type Account, type UserRow } from '../store/accounts'

interface Jwt {
  issue(payload: object): string | Promise<string>
  verify(token: string): Promise<unknown>
}

interface Payload {
  id?: unknown
  mark?: unknown
  exp?: unknown
}

const TOKENS_MAX = 20_000
/** How long a token may outlive its expiry. Blocking and a new password count at once: they are the account's. */
const LIFETIME_MS = 5_000
const SECOND_MS = 1000

/**
 * Tokens of the console and the phone: Strapi's own, bound to the password that they were issued for. One without that
 * mark can only come from code on this server that calls Strapi's service itself; it lives until it expires.
 */
export const tokens = ({ strapi }: { strapi: Core.Strapi }) => {
  const jwt = () => strapi.plugin('users-permissions').service('jwt') as unknown as Jwt
  // Checking a signature costs more than everything else that a request does before its query.
  const payloads = new BoundedCache<string, Payload | null>(TOKENS_MAX, LIFETIME_MS)
  const payloadOf = (token: string): Promise<Payload | null> =>
    payloads.get(token, () =>
      jwt()
        .verify(token)
        .then((payload) => payload as Payload)
        .catch(() => null),
    )
  return {
    /** A token for a user. It dies when it expires, when the password changes and while the account is blocked. */
    async issue(user: Pick<UserRow, 'id' | 'password'>): Promise<string> {
      return jwt().issue({ id: user.id, mark: passwordMarkOf(user.password) })
    },

    /** When a token expires; at once, when it is none. */
    async expiryOf(token: string): Promise<Instant> {
      const { exp } = (await payloadOf(token)) ?? {}
      return typeof exp === 'number' ? exp * SECOND_MS : 0
    },

    /** The account that a token is good for at this moment, or null. */
    async accountOf(token: string): Promise<Account | null> {
      const { id, mark } = (await payloadOf(token)) ?? {}
      if (typeof id !== 'number') return null
      const account = await service(strapi, 'access', 'actors').account(id)
      const isMeant = mark === undefined || mark === account?.passwordMark
      return account !== null && account.user.blocked !== true && isMeant ? account : null
    },
  }
}
