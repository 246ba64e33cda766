import { HISTORY_LIST, type ArticleRevisionContentView, type ArticleRevisionView } from '@practice/access/contracts'
import { mayReadDrafts } from '@practice/access/domain'
import { ok, parseQueryList, refuse, type Actor, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { seesDraft } from '../store/drafts'
import { findContent, listRevisions } from '../store/revisions'

/** A page of a history. */
export interface HistoryPage {
  items: ArticleRevisionView[]
  pagination: { page: number; pageSize: number; pageCount?: number; total?: number }
}

/** What was done to an article, for whoever reads its draft. */
export interface ArticleHistory {
  list(actor: Actor, documentId: string, query: unknown): Promise<Result<HistoryPage, 'invalid' | 'not_found'>>
  content(actor: Actor, documentId: string, version: number): Promise<Result<ArticleRevisionContentView, 'not_found'>>
}

/** How the history of an article is told. */
export default ({ strapi }: { strapi: Core.Strapi }): ArticleHistory => {
  const isHidden = async (actor: Actor, documentId: string) =>
    !mayReadDrafts(actor) || !(await seesDraft(strapi, documentId))

  return {
    async list(actor, documentId, query) {
      if (await isHidden(actor, documentId)) return refuse('not_found')
      const parsed = parseQueryList(HISTORY_LIST, query as Record<string, unknown>)
      if (!parsed.ok) return parsed
      const { page, pageSize } = parsed.value
      const { revisions, total } = await listRevisions(strapi.db.connection, documentId, parsed.value)
      const counted = total === null ? {} : { pageCount: Math.ceil(total / pageSize), total }
      return ok({ items: revisions, pagination: { page, pageSize, ...counted } })
    },

    async content(actor, documentId, version) {
      if (await isHidden(actor, documentId)) return refuse('not_found')
      const content = await findContent(strapi.db.connection, documentId, version)
      if (content === null) return refuse('not_found')
      const { title, summary, body, author, theme, site, cover, pictures } = content
      return ok({
        ...{ version, title, summary, body, author, cover },
        theme: theme?.code ?? null,
        site: site.code,
        pictures: [...pictures],
      })
    },
  }
}

/** The service, typed. */
export function articleHistoryOf(strapi: Core.Strapi): ArticleHistory {
  const found: unknown = strapi.service('api::article.history')
  return found as ArticleHistory
}
