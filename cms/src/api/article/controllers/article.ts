import { failureOf, parseBody, replyRefusal } from '@practice/kernel'
import { factories, type Core } from '@strapi/strapi'
import { z } from 'zod'
import { publishingOf } from '../services/publishing'

type Context = Parameters<Core.ControllerHandler>[0]

/** POST /api/articles/:documentId/publish and /unpublish take nothing. */
const Nothing = z.strictObject({})

/** Strapi's own reading and writing (their rules stand with the routes), and what an editor does with a draft. */
export default factories.createCoreController('api::article.article', ({ strapi }) => ({
  publish: (ctx: Context) => turn(strapi, ctx, 'publish'),
  unpublish: (ctx: Context) => turn(strapi, ctx, 'unpublish'),
}))

async function turn(strapi: Core.Strapi, ctx: Context, verb: 'publish' | 'unpublish'): Promise<void> {
  const body = parseBody(Nothing, ctx.request.body)
  if (!body.ok) return replyRefusal(ctx, body, { invalid: 400 })
  const { id } = ctx.params as { id: string }
  const article = await publishingOf(strapi)[verb](id)
  if (article === null) {
    ctx.status = 404
    ctx.body = failureOf(404, { code: 'not_found', details: {} })
    return
  }
  const { auth } = ctx.state as { auth: object }
  const contentType = strapi.contentType('api::article.article')
  ctx.body = { data: await strapi.contentAPI.sanitize.output(article, contentType, { auth }), meta: {} }
}
