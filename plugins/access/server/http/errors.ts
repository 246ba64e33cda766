import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { bodyOf, failureOfError, type Failure } from './failure'
import { RefusedError } from './refused-error'

/**
 * `plugin::access.errors`: puts every failure under `/api` and `/uploads`, Strapi's own included, into the contract's
 * form. It stands directly after `strapi::errors` in the app's middlewares. What is no refusal is logged and answered
 * with a bare 500; a stack never leaves the server.
 */
export function errorsMiddleware(_config: unknown, { strapi }: { strapi: Core.Strapi }) {
  const prefix = strapi.config.get('api.rest.prefix', '/api')
  const isOurs = (path: string) => [prefix, '/uploads'].some((root) => path === root || path.startsWith(`${root}/`))
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next()
    } catch (error) {
      // Strange spellings of a file's address are refused as well, wherever they begin.
      if (!isOurs(ctx.path) && !(error instanceof RefusedError)) throw error
      const failure = failureOfError(error)
      if (failure.status >= 500) strapi.log.error(error)
      write(ctx, failure)
      return
    }
    const failure = isOurs(ctx.path) ? failureOfReply(ctx) : null
    if (failure !== null) write(ctx, failure)
  }
}

function write(ctx: Context, failure: Failure): void {
  ctx.status = failure.status
  // Also for HEAD, which sends the length alone: without a body Koa would make it a 204.
  ctx.body = bodyOf(failure)
}

/** What Strapi wrote itself (`ctx.badRequest()` and the like), or what nobody answered, as a failure; else null. */
function failureOfReply(ctx: Context): Failure | null {
  // The router answers 501 for methods that no route has: to a client that is 405 as well.
  const status = ctx.status === 501 ? 405 : ctx.status
  if (status < 400) return null
  const error: unknown = typeof ctx.body === 'object' && ctx.body !== null ? Reflect.get(ctx.body, 'error') : null
  const { message, details } = (error ?? {}) as { message?: unknown; details?: unknown }
  return {
    status,
    message: status >= 500 ? 'Internal Server Error' : typeof message === 'string' ? message : messageOf(status),
    details: typeof details === 'object' && details !== null ? { ...details } : {},
  }
}

function messageOf(status: number): string {
  return status === 404 ? 'Not Found' : status === 405 ? 'Method Not Allowed' : 'Bad Request'
}
