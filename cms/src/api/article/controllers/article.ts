import { failureOf, parseBody, replyRefusal, service, type Actor } from '@practice/kernel'
import type {} from '@practice/access/services'
import { factories, type Core } from '@strapi/strapi'
import { z } from 'zod'
import { publish, unpublish } from '../../../articles/publishing'

type Context = Parameters<Core.ControllerHandler>[0]

/** POST /api/articles/:documentId/publish and /unpublish take nothing. */
const Nothing = z.strictObject({})

/**
 * Strapi's own reading and writing, with three rules of ours: a write is always to the draft, only an editor publishes
 * or sets the time at which a draft publishes itself, and lists are newest first unless asked otherwise.
 */
export default factories.createCoreController('api::article.article', ({ strapi }) => {
  const actor = (): Actor => service(strapi, 'access', 'actors').current()

  const turn = async (ctx: Context, act: (documentId: string) => Promise<unknown>, controller: Responding) => {
    const body = parseBody(Nothing, ctx.request.body)
    if (!body.ok) return replyRefusal(ctx, body, { invalid: 400 })
    const article = await act(String(ctx.params.id))
    if (article === null) return notFound(ctx)
    ctx.body = controller.transformResponse(await controller.sanitizeOutput(article, ctx), {})
  }

  return {
    async find(ctx: Context) {
      const sort = ctx.query.status === 'draft' ? 'updatedAt:desc' : 'publishedAt:desc'
      ctx.query = { ...ctx.query, sort: ctx.query.sort ?? sort }
      return super.find(ctx)
    },

    async create(ctx: Context) {
      if (!mayWrite(ctx, actor())) return
      ctx.query = { ...ctx.query, status: 'draft' }
      return super.create(ctx)
    },

    async update(ctx: Context) {
      if (!mayWrite(ctx, actor())) return
      ctx.query = { ...ctx.query, status: 'draft' }
      return super.update(ctx)
    },

    async publish(ctx: Context) {
      return turn(ctx, (documentId) => publish(strapi, documentId), this as unknown as Responding)
    },

    async unpublish(ctx: Context) {
      return turn(ctx, (documentId) => unpublish(strapi, documentId), this as unknown as Responding)
    },
  }
})

/** The parts of a core controller that a reply is made with. */
interface Responding {
  sanitizeOutput(data: unknown, ctx: Context): Promise<unknown>
  transformResponse(data: unknown, meta: unknown): unknown
}

/**
 * Whether the write may go on. Towns and villages write drafts without a time, and what they change loses its time:
 * nothing goes out that no editor has read.
 */
function mayWrite(ctx: Context, actor: Actor): boolean {
  const data: unknown = (ctx.request.body as { data?: unknown } | undefined)?.data
  if ((actor.kind === 'user' && actor.role === 'county-editor') || typeof data !== 'object' || data === null) return true
  const draft = data as { publishAt?: unknown }
  if (draft.publishAt !== undefined && draft.publishAt !== null) {
    ctx.status = 403
    ctx.body = failureOf(403, { code: 'role_not_allowed', details: { field: 'publishAt' } })
    return false
  }
  draft.publishAt = null
  return true
}

function notFound(ctx: Context): void {
  ctx.status = 404
  ctx.body = failureOf(404, { code: 'not_found', details: {} })
}
