import { mayReadDrafts } from '@practice/access/domain'
import type {} from '@practice/access/services'
import { service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { articleDeskOf } from './services/desk'

type Context = Parameters<Core.MiddlewareHandler>[0]

type Shown = Record<string, unknown> & { documentId: string }

/** Drafts say where they stand, and what the actor may do with them. */
export const withDesk: Core.MiddlewareHandler = async (ctx, next) => {
  await next()
  if (ctx.query.status === 'draft' && (ctx.status === 200 || ctx.status === 201)) await addDesk(strapi, ctx)
}

/** Puts `desk` beside the columns of the draft, or the drafts, that are answered. */
export async function addDesk(app: Core.Strapi, ctx: Context): Promise<void> {
  const actor = service(app, 'access', 'actors').current()
  const body = ctx.body as { data?: unknown; meta?: unknown }
  if (!mayReadDrafts(actor)) return
  const list = Array.isArray(body.data)
  const rows = (list ? (body.data as unknown[]) : [body.data]).filter(isShown)
  const desks = await articleDeskOf(app).of(
    actor,
    rows.map(({ documentId }) => documentId),
    { withProblems: !list },
  )
  const shown = rows.map((row) => ({ ...row, desk: desks.get(row.documentId) ?? null }))
  ctx.body = { ...body, data: list ? shown : (shown[0] ?? null) }
}

function isShown(row: unknown): row is Shown {
  return typeof row === 'object' && row !== null && 'documentId' in row && typeof row.documentId === 'string'
}
