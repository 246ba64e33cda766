import { PUBLIC } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context, Next } from 'koa'
import type { AccessServices } from '../services'

interface Ability {
  can(action: string): boolean
}

interface Verified {
  credentials: unknown
  ability: Ability | null
}

/** The helpers that Strapi adds to Koa's context. */
interface Answering {
  unauthorized(message: string): void
}

interface AuthService {
  authenticate(ctx: Context, next: Next): Promise<unknown>
}

/** The strategy that routes of the content API see; the sanitizers of Strapi ask it about relations as well. */
const STRATEGY = {
  name: 'users-permissions',
  authenticate: () => Promise.resolve({ authenticated: false }),
  /** 401 without a user where a route is for users, 403 where the role lacks the action. */
  verify(auth: Verified, config: { scope?: string | string[] }): void {
    if (config.scope === undefined) {
      if (auth.credentials === null) throw new errors.UnauthorizedError()
      return
    }
    const scopes = Array.isArray(config.scope) ? config.scope : [config.scope]
    if (scopes.every((scope) => auth.ability?.can(scope) === true)) return
    if (auth.credentials === null) throw new errors.UnauthorizedError()
    throw new errors.ForbiddenError()
  },
}

/**
 * Replaces how the content API finds out who calls. Strapi's users-permissions reads the user, the role, every
 * permission and a setting for each request; here they come from the cache of `actors`, so that a request costs no
 * query. The panel's own routes keep Strapi's way. API tokens of the panel do not open the content API: their holders
 * are nobody that permissions.md knows.
 */
export function replaceAuthentication(strapi: Core.Strapi, services: Pick<AccessServices, 'actors' | 'tokens'>): void {
  const auth = strapi.get('auth') as unknown as AuthService
  const original = auth.authenticate.bind(auth)
  auth.authenticate = async (ctx, next) => {
    const route = ctx.state.route as { info?: { type?: string }; config?: { auth?: unknown } } | undefined
    if (route?.info?.type !== 'content-api' || route.config?.auth === false) return original(ctx, next)
    const found = await verifiedOf(ctx, services)
    if (found === null) {
      ;(ctx as unknown as Answering).unauthorized('Missing or invalid credentials')
      return undefined
    }
    ctx.state.isAuthenticated = true
    ctx.state.auth = { strategy: STRATEGY, ...found }
    return next()
  }
}

/** Who calls: a user with a valid token, nobody without any, or null for a token that is not (or no longer) good. */
async function verifiedOf(
  ctx: Context,
  { actors, tokens }: Pick<AccessServices, 'actors' | 'tokens'>,
): Promise<Verified | null> {
  const header = ctx.get('authorization')
  if (header === '') {
    const actions = await actors.actionsOf(null)
    actors.identify(ctx, PUBLIC)
    return { credentials: null, ability: { can: (action) => actions.has(action) } }
  }
  const account = await tokens.accountOf(bearerOf(header))
  if (account === null) return null
  const actions = account.user.role === null ? new Set<string>() : await actors.actionsOf(account.user.role.id)
  actors.identify(ctx, account.actor ?? PUBLIC)
  ctx.state.user = account.user
  return { credentials: account.user, ability: { can: (action) => actions.has(action) } }
}

/** The token of an `Authorization: Bearer …` header; empty when it is written any other way. */
export function bearerOf(header: string): string {
  const [scheme, token, ...rest] = header.trim().split(/\s+/)
  return scheme?.toLowerCase() === 'bearer' && token !== undefined && rest.length === 0 ? token : ''
}
