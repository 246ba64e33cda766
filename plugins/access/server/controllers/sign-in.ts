import { replyRefusal, service, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import type { LoginReply } from '../../contracts'

/** Strapi answers bad credentials with a 400 as well; 401 is for tokens. */
const STATUSES = { invalid: 400, invalid_credentials: 400, throttled: 429 } as const

/** POST /api/auth/local and /api/auth/change-password, in the place of Strapi's own actions of the same routes. */
export function signInActions(strapi: Core.Strapi) {
  const logins = () => service(strapi, 'access', 'logins')
  return {
    async callback(ctx: Context): Promise<void> {
      answer(ctx, await logins().signIn(ctx.request.body, ctx.request.ip))
    },
    async changePassword(ctx: Context): Promise<void> {
      const { id } = ctx.state.user as { id: number }
      answer(ctx, await logins().changePassword(id, ctx.request.body, ctx.request.ip))
    },
  }
}

function answer(ctx: Context, result: Result<LoginReply, keyof typeof STATUSES>): void {
  if (result.ok) {
    ctx.body = result.value
    return
  }
  const seconds = result.details.retryAfterSeconds
  if (typeof seconds === 'number') ctx.set('Retry-After', String(seconds))
  replyRefusal(ctx, result, STATUSES)
}
