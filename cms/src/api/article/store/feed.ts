import type { NewsFeedQuery } from '@practice/access/contracts'
import { momentOf, rangeOf, type Instant, type Moment } from '@practice/kernel'
import type { Knex } from 'knex'

/** An article as a feed carries it. */
export interface FeedArticle {
  documentId: string
  title: string
  summary: string | null
  body: string | null
  author: string | null
  siteName: string | null
  themeName: string | null
  publishedAt: Instant
}

interface Row {
  document_id: string
  title: string
  summary: string | null
  body: string | null
  author: string | null
  site_name: string | null
  theme_name: string | null
  published_at: Moment
}

/** The newest published articles of a theme and of a site with everything below it. */
export async function findNewest(db: Knex, { theme, site }: NewsFeedQuery, limit: number): Promise<FeedArticle[]> {
  const rows: Row[] = await db('articles as a')
    .leftJoin('sites as s', 's.code', 'a.site_code')
    .leftJoin('themes as t', 't.code', 'a.theme_code')
    .whereNotNull('a.published_at')
    .modify((newest) => {
      if (theme !== undefined) void newest.where('a.theme_code', theme)
      if (site === undefined) return
      const { from, below } = rangeOf(site)
      void newest.where('a.site_code', '>=', from).where('a.site_code', '<', below)
    })
    .orderBy([
      { column: 'a.published_at', order: 'desc' },
      { column: 'a.id', order: 'desc' },
    ])
    .limit(limit)
    .select('a.document_id', 'a.title', 'a.summary', 'a.body', 'a.author', 'a.published_at')
    .select('s.name as site_name', 't.name as theme_name')
  return rows.map((row) => ({
    documentId: row.document_id,
    ...{ title: row.title, summary: row.summary, body: row.body, author: row.author },
    ...{ siteName: row.site_name, themeName: row.theme_name, publishedAt: momentOf(row.published_at) },
  }))
}

/** The name of a site, or of the center without one; null when there is none. */
export async function findSiteName(db: Knex, site: string | undefined): Promise<string | null> {
  const where = site === undefined ? { tier: 'center' } : { code: site }
  const row: { name: string } | undefined = await db('sites').where(where).orderBy('code').first('name')
  return row?.name ?? null
}
