import type {} from '@practice/access/services'
import { readOnly, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { keepRevisions } from './revisions'
import { fillNewColumns } from './store/new-columns'
import { keepRevisionsWhole } from './store/revisions'

const REVISION = 'api::article-revision.article-revision'
const CLOSED = [REVISION, ...['setting', 'read', 'reader'].map((name) => `api::article.article-${name}`)]

/** Before anything runs: what is kept beside articles is nobody's to read or write, and every write of one is kept. */
export function closeNews(strapi: Core.Strapi): void {
  const boundaries = service(strapi, 'access', 'boundaries')
  for (const uid of CLOSED) boundaries.add(uid, { rows: 'closed', columns: {}, isProtected: true })
  keepRevisions(strapi)
}

/** With the database there: revisions are held by it, and refused by Strapi's query layer whoever asks. */
export async function keepNews(strapi: Core.Strapi): Promise<void> {
  const refuse = (): never => {
    throw new errors.ForbiddenError('Revisions follow from what is done to articles', { code: 'read_only' })
  }
  const isSystem = () => service(strapi, 'access', 'actors').current().kind === 'system'
  strapi.db.lifecycles.subscribe({ models: [REVISION], ...readOnly({ isSystem, refuse }) })
  await keepRevisionsWhole(strapi.db.connection)
  await fillNewColumns(strapi.db.connection)
}
