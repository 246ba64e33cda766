import { service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { replaceAuthentication } from './actor/authenticate'
import { closeRoutes } from './http/close-routes'
import { guardQueries } from './query/guard'
import { maskOutput } from './query/output'
import { wrapQueryBuilder } from './scope/query-builder'
import { guardWrites } from './write/writes'

/** Before anything runs: the boundary around rows, who calls, what may be asked, what is shown and what is written. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  const actors = service(strapi, 'access', 'actors')
  const audit = service(strapi, 'access', 'audit')
  const boundaries = service(strapi, 'access', 'boundaries')
  const files = service(strapi, 'access', 'files')
  const tokens = service(strapi, 'access', 'tokens')
  wrapQueryBuilder(strapi, { actors, boundaries })
  replaceAuthentication(strapi, { actors, tokens })
  closeRoutes(strapi)
  guardQueries(strapi, actors)
  maskOutput(strapi, actors)
  guardWrites(strapi, { actors, audit, boundaries, files })
}
