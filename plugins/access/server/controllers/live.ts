import { replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { bearerOf } from '../actor/authenticate'

const STATUSES = { role_not_allowed: 403, throttled: 429 } as const

const RETRY_AFTER_SECONDS = '30'

/** GET /api/access/live */
export const live = ({ strapi }: { strapi: Core.Strapi }) => ({
  async listen(ctx: Context): Promise<void> {
    const actor = service(strapi, 'access', 'actors').current()
    const opened = await service(strapi, 'access', 'live').listen(actor, bearerOf(ctx.get('authorization')))
    if (!opened.ok) {
      if (opened.code === 'throttled') ctx.set('Retry-After', RETRY_AFTER_SECONDS)
      return replyRefusal(ctx, opened, STATUSES)
    }
    const { stream, leave } = opened.value
    // Also where the reader is gone by now, or asked for the head alone.
    if (ctx.res.closed || ctx.req.destroyed) leave()
    ctx.res.once('close', leave)
    ctx.status = 200
    ctx.type = 'text/event-stream'
    // What compresses or collects replies on the way would keep events back.
    ctx.set('Cache-Control', 'no-store, no-transform')
    ctx.set('X-Accel-Buffering', 'no')
    ctx.body = stream
  },
})
