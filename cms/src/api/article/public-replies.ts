import type { Core } from '@strapi/strapi'

type Context = Parameters<Core.MiddlewareHandler>[0]

/** How long another server may show an article that was changed here; its own changes a server shows at once. */
const LIFETIME_MS = 5_000
const REPLIES_MAX = 200

interface Reply {
  body: unknown
  until: number
}

const replies = new Map<string, Reply>()

/**
 * Everybody without a token reads the same news: their replies are kept for some seconds by address, so that a village
 * that opens a link at once costs one query. A request that carries a token is never answered from here.
 */
export const publicReplies: Core.MiddlewareHandler = async (ctx, next) => {
  if (!isAnonymous(ctx)) {
    await next()
    return
  }
  const now = Date.now()
  const kept = replies.get(ctx.url)
  if (kept !== undefined && kept.until > now) {
    ctx.body = kept.body
    return
  }
  await next()
  if (ctx.status !== 200) return
  if (replies.size >= REPLIES_MAX) replies.clear()
  replies.set(ctx.url, { body: ctx.body, until: now + LIFETIME_MS })
}

/** Forgets the replies as soon as an article, or what is shown with it, changes on this server. */
export function dropPublicReplies(strapi: Core.Strapi): void {
  const drop = () => replies.clear()
  strapi.db.lifecycles.subscribe({
    models: ['api::article.article', 'api::theme.theme', 'api::site.site', 'plugin::upload.file'],
    afterCreate: drop,
    afterCreateMany: drop,
    afterUpdate: drop,
    afterUpdateMany: drop,
    afterDelete: drop,
    afterDeleteMany: drop,
  })
}

function isAnonymous(ctx: Context): boolean {
  return ctx.get('authorization') === '' && (ctx.state as { user?: unknown }).user === undefined
}
