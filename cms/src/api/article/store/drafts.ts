import { notesOf, type ArticleContent, type Illustrated } from '@practice/access/domain'
import type {} from '@practice/access/services'
import { isoOf, instantOf, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'

export const ARTICLE = 'api::article.article'

/** What the history and the rules know of a draft. */
export interface Draft {
  documentId: string
  siteCode: string
  content: ArticleContent
  illustrated: Illustrated
}

interface Row {
  documentId: string
  siteCode: string
  title: string
  summary: string | null
  body: string | null
  author: string | null
  publishAt: unknown
  pictures: unknown
  cover: { id: number; url: string; alternativeText: string | null } | null
  theme: { code: string; name: string } | null
  site: { code: string; name: string } | null
}

/** A draft as it stands in the transaction that is under way, past every scope, or null when there is none. */
export async function findDraft(strapi: Core.Strapi, documentId: string): Promise<Draft | null> {
  const row = (await service(strapi, 'access', 'actors').asSystem('history of news', () =>
    strapi.db.query(ARTICLE).findOne({
      where: { documentId, publishedAt: null },
      populate: { cover: true, theme: true, site: true },
    }),
  )) as Row | null
  if (row === null) return null
  const { siteCode, title, summary, body, author, cover, theme, site } = row
  const pictures = notesOf(row.pictures)
  return {
    documentId,
    siteCode,
    content: {
      ...{ title, summary, body, author, pictures },
      theme: theme === null ? null : { code: theme.code, name: theme.name },
      site: { code: siteCode, name: site?.name ?? siteCode },
      cover: cover === null ? null : { id: cover.id, url: cover.url },
      publishAt: isoOf(instantOf(row.publishAt)),
    },
    illustrated: { body, cover, notes: pictures },
  }
}

/** Whether the actor of the request reads the draft of an article. */
export async function seesDraft(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  const drafts = await strapi.db.query(ARTICLE).count({ where: { documentId, publishedAt: null } })
  return drafts > 0
}
