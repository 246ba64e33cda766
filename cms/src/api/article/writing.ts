import { failureOf, service, type Actor } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'

type Context = Parameters<Core.MiddlewareHandler>[0]

/** Lists are newest first unless asked otherwise: what is published by its publishing, drafts by their last change. */
export const newestFirst: Core.MiddlewareHandler = (ctx, next) => {
  const sort = ctx.query.status === 'draft' ? 'updatedAt:desc' : 'publishedAt:desc'
  ctx.query = { ...ctx.query, sort: ctx.query.sort ?? sort }
  return next()
}

/**
 * A write is always to the draft, and only an editor sets the time at which a draft publishes itself. What towns and
 * villages change loses its time: nothing goes out that no editor has read.
 */
export const draftOnly: Core.MiddlewareHandler = (ctx, next) => {
  ctx.query = { ...ctx.query, status: 'draft' }
  const data = dataOf(ctx)
  if (data !== null && 'stage' in data) {
    const error = { path: ['stage'], message: 'Moved by verbs alone', code: 'unrecognized_key' }
    ctx.status = 400
    ctx.body = failureOf(400, { code: 'invalid', details: { errors: [error] } })
    return
  }
  if (data === null || isEditor(service(strapi, 'access', 'actors').current())) return next()
  if (data.publishAt !== undefined && data.publishAt !== null) {
    ctx.status = 403
    ctx.body = failureOf(403, { code: 'role_not_allowed', details: { field: 'publishAt' } })
    return
  }
  data.publishAt = null
  return next()
}

function dataOf(ctx: Context): { publishAt?: unknown } | null {
  const data: unknown = (ctx.request.body as { data?: unknown } | undefined)?.data
  return typeof data === 'object' && data !== null ? data : null
}

function isEditor(actor: Actor): boolean {
  return actor.kind === 'user' && actor.role === 'county-editor'
}
