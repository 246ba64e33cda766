import path from 'node:path'
import { nameOf, PUBLIC, service, type Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { isShownInline } from '../../domain/file-kinds'
import { bearerOf } from '../actor/authenticate'
import { notFound, RefusedError } from '../http/refused-error'
import { findClaimsByHash, type FileClaim } from '../store/files'

/** The console sets it to the token, with `path=/uploads`: a browser sends no header for the picture of a page. */
export const FILES_COOKIE = 'practice_files'

/** The kinds of things that files belong to, by the type whose rows they are. */
const SUBJECTS: Readonly<Record<string, string>> = {
  order: 'plugin::dispatch.order',
  article: 'api::article.article',
  record: 'plugin::scoring.record',
  'record-import': 'plugin::scoring.record-import',
}

const FOLDER = '/uploads/'
const NAME = /^((?:(?:thumbnail|small|medium|large)_)?([\w-]+?))(?:\.\w{1,8})?$/

/**
 * `plugin::access.files`: stands in front of whatever serves static files and lets a file through to whoever may see
 * what it belongs to, and until it belongs to something to its uploader. Anything else is not there.
 */
export function filesMiddleware(_config: unknown, { strapi }: { strapi: Core.Strapi }) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const wanted = canonical(ctx.path)
    if (wanted === null || !`${wanted.toLowerCase()}/`.startsWith(FOLDER)) {
      if (wanted === null) throw new RefusedError(400, 'invalid')
      await next()
      return
    }
    // Other spellings of the same path would reach the file by way of Strapi's static routes.
    const isPlain = wanted === ctx.path && (ctx.method === 'GET' || ctx.method === 'HEAD')
    const claim = isPlain ? await claimOf(strapi, wanted) : null
    if (claim === null || !(await maySee(strapi, ctx, claim))) throw notFound()
    ctx.set('Cache-Control', 'private, max-age=60')
    ctx.set('X-Content-Type-Options', 'nosniff')
    ctx.set('Content-Security-Policy', "default-src 'none'; sandbox")
    if (!isShownInline(claim.mime)) {
      ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(claim.name)}`)
    }
    await next()
  }
}

/** A path as static servers understand it, or null when it cannot be decoded. */
function canonical(raw: string): string | null {
  try {
    return path.posix.normalize(decodeURIComponent(raw).replaceAll('\\', '/')).replace(/^\/+/, '/')
  } catch {
    return null
  }
}

async function claimOf(strapi: Core.Strapi, wanted: string): Promise<FileClaim | null> {
  const [, whole, withoutSize] = NAME.exec(wanted.slice(FOLDER.length)) ?? []
  if (whole === undefined || withoutSize === undefined) return null
  const claims = await findClaimsByHash(strapi.db.connection, [whole, withoutSize])
  return claims.find((claim) => claim.hash === whole) ?? claims[0] ?? null
}

async function maySee(strapi: Core.Strapi, ctx: Context, claim: FileClaim): Promise<boolean> {
  const actors = service(strapi, 'access', 'actors')
  const actor = await callerOf(strapi, ctx)
  if (claim.subjectType === null) return actor.kind === 'user' && nameOf(actor) === claim.uploader
  const uid = SUBJECTS[claim.subjectType]
  if (uid === undefined) return false
  const rows = strapi.db.query(uid as Parameters<typeof strapi.db.query>[0])
  return actors.runAs(actor, async () => (await rows.count({ where: { documentId: claim.subjectId } })) > 0)
}

/** Whoever the header or, without one, the cookie says; nobody when neither is any good. */
async function callerOf(strapi: Core.Strapi, ctx: Context): Promise<Actor> {
  const header = ctx.get('authorization')
  const token = header === '' ? (ctx.cookies.get(FILES_COOKIE) ?? '') : bearerOf(header)
  if (token === '') return PUBLIC
  return (await service(strapi, 'access', 'tokens').accountOf(token))?.actor ?? PUBLIC
}
