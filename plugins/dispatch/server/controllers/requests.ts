import type { Actor } from '@practice/kernel'
import { SYSTEM_CLOCK, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'

/** A request as Strapi's router gives it. */
export type RequestContext = Context & { params: Record<string, string | undefined> }

/** Who asks. */
export function actorOf(strapi: Core.Strapi): Actor {
  return service(strapi, 'access', 'actors').current()
}

/** When it is. */
export const now = (): number => SYSTEM_CLOCK.now()

const DOCUMENT_ID = /^[a-z0-9]{1,64}$/

/** The documentId of the address; what cannot be one is no document's, and never reaches the database. */
export function documentIdOf(ctx: RequestContext): string {
  const { documentId = '' } = ctx.params
  return DOCUMENT_ID.test(documentId) ? documentId : ''
}
