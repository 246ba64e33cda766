import { service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { dropOnChange } from './actor/lifecycles'
import { assertBoundary } from './scope/query-builder'
import { makeAuditAppendOnly } from './store/append-only'

/** With the database there: caches that follow it, the audit log held by it, and a look whether the boundary stands. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const actors = service(strapi, 'access', 'actors')
  dropOnChange(strapi, actors)
  await makeAuditAppendOnly(strapi.db.connection)
  await assertBoundary(strapi, actors)
}
