import type { Core } from '@strapi/strapi'

type Context = Parameters<Core.MiddlewareHandler>[0]

/** What is there for everybody. Paths are matched as Strapi's router does: in any case. */
const OPEN = /^\/(api|uploads|_health)(\/|$)/i

/** Makes the first administrator, for whoever comes first. */
const FIRST_ADMINISTRATOR = /^\/admin\/register-admin\/?$/i

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Closes the API of Strapi's panel while the panel is not built: nobody needs it then, and on a new server it would make
 * an administrator of whoever asks first. With the panel, the first administrator is made on the server itself.
 */
const middleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const isServed = strapi.config.get('admin.serveAdminPanel') === true
  return (ctx, next) => {
    if (OPEN.test(ctx.path)) return next()
    if (isServed && (!FIRST_ADMINISTRATOR.test(ctx.path) || isFromHere(ctx))) return next()
    ctx.status = 404
  }
}

export default middleware

/** Whether the request was made on this machine, and not passed on by a proxy of it. */
function isFromHere(ctx: Context): boolean {
  return LOOPBACK.has(ctx.req.socket.remoteAddress ?? '') && ctx.get('x-forwarded-for') === ''
}
