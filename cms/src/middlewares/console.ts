import type { Core } from '@strapi/strapi'
import { ENCODINGS, readConsoleFiles, type ConsoleFile, type Encoding } from '../console-files'

type Context = Parameters<Core.MiddlewareHandler>[0]

/** The console carries its styles inline (antd), previews photos before they are uploaded, and calls nobody else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** What names the others, and so must be fresh: the page, the service workers, and what an installed app is. */
const NAMING = ['.html', '.js', '.webmanifest']

const YEAR_SECONDS = 365 * 24 * 60 * 60
const HOUR_SECONDS = 60 * 60

/** What other parts of the server answer. */
const OTHERS = /^\/(api|uploads|cms-admin|_health)(\/|$)/

const NOT_BUILT = 'The console is not built. `npm start` builds it; while you work on it, use `npm run dev`.\n'

/**
 * Serves the console at `/`: its files with their compressed forms, and its page for every address that a person opens
 * in the browser, since its routes are its own. Strapi's greeting at `/` is gone.
 */
const middleware = (): Core.MiddlewareHandler => {
  const files = readConsoleFiles()
  const page = files.get('/index.html')
  return (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || OTHERS.test(ctx.path)) return next()
    const file = ctx.path === '/' ? page : files.get(ctx.path)
    if (file !== undefined) return send(ctx, file)
    if (ctx.path !== '/' && !isNavigation(ctx)) return next()
    if (page !== undefined) return send(ctx, page)
    ctx.status = 503
    ctx.type = 'text/plain'
    ctx.body = NOT_BUILT
  }
}

export default middleware

/** A person opens an address: a browser asks for HTML and names no file. Strapi's panel asks its API for JSON. */
function isNavigation(ctx: Context): boolean {
  return ctx.get('accept').includes('text/html') && !/\.[a-z0-9]+$/i.test(ctx.path)
}

function send(ctx: Context, file: ConsoleFile): void {
  // A service worker's own requests are held by the policy that it came with.
  if (!file.hashed) ctx.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  ctx.set('Cache-Control', cacheControlOf(file))
  ctx.set('Vary', 'Accept-Encoding')
  ctx.set('ETag', file.etag)
  ctx.status = 200
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  ctx.type = file.extension
  const encoding = encodingFor(ctx, file)
  if (encoding !== null) ctx.set('Content-Encoding', encoding)
  ctx.body = encoding === null ? file.body : file.encoded[encoding]
}

function cacheControlOf(file: ConsoleFile): string {
  if (file.hashed) return `public, max-age=${YEAR_SECONDS}, immutable`
  return NAMING.includes(file.extension) ? 'no-cache' : `public, max-age=${HOUR_SECONDS}`
}

function encodingFor(ctx: Context, file: ConsoleFile): Encoding | null {
  const offered = (Object.keys(ENCODINGS) as Encoding[]).filter((encoding) => file.encoded[encoding] !== undefined)
  return offered.find((encoding) => ctx.acceptsEncodings(encoding, 'identity') === encoding) ?? null
}
