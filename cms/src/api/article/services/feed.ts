import type { NewsFeedQuery } from '@practice/access/contracts'
import { ok, refuse, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { findNewest, findSiteName } from '../store/feed'

const ARTICLES_MAX = 50

/** News for programs that gather news. */
export interface NewsFeedService {
  /** RSS 2.0 of what is published. `origin` is where readers find the pages, such as `https://practice.example.cn`. */
  rss(query: NewsFeedQuery, origin: string): Promise<Result<string, 'not_found'>>
}

/** How news is fed to others. */
export default ({ strapi }: { strapi: Core.Strapi }): NewsFeedService => ({
  async rss(query, origin) {
    const db = strapi.db.connection
    const name = await findSiteName(db, query.site)
    if (name === null && query.site !== undefined) return refuse('not_found')
    const articles = await findNewest(db, query, ARTICLES_MAX)
    // The library is a module of another kind than this one, which `import` alone can load.
    const { Feed } = await import('feed')
    const updated = articles[0]?.publishedAt
    const feed = new Feed({
      title: `${name ?? ''}文明实践新闻`,
      description: '新时代文明实践中心的新闻',
      language: 'zh-CN',
      id: `${origin}/news`,
      link: `${origin}/news`,
      generator: false,
      ...(updated === undefined ? {} : { updated: new Date(updated) }),
    })
    for (const { documentId, title, summary, body, author, siteName, themeName, publishedAt } of articles) {
      const link = `${origin}/news/${documentId}`
      feed.addItem({
        ...{ id: link, guid: link, link, title, date: new Date(publishedAt) },
        ...(summary === null ? {} : { description: summary }),
        // Elsewhere, addresses of this server have to be whole.
        ...(body === null ? {} : { content: body.replace(/(\s(?:src|href)=")\//g, `$1${origin}/`) }),
        ...(author === null ? {} : { author: [{ name: author }] }),
        category: [siteName, themeName].flatMap((category) => (category === null ? [] : [{ name: category }])),
      })
    }
    return ok(feed.rss2())
  },
})

/** The service, typed. */
export function newsFeedOf(strapi: Core.Strapi): NewsFeedService {
  const found: unknown = strapi.service('api::article.feed')
  return found as NewsFeedService
}
