import { ARTICLE_VERBS } from '@practice/access/contracts'
import { factories } from '@strapi/strapi'
import { withDesk } from '../desk-reply'
import { publicReplies } from '../public-replies'
import { draftOnly, newestFirst } from '../writing'

const core = factories.createCoreRouter('api::article.article', {
  config: {
    find: { middlewares: [publicReplies, newestFirst, withDesk] },
    findOne: { middlewares: [publicReplies, withDesk] },
    create: { middlewares: [draftOnly, withDesk] },
    update: { middlewares: [draftOnly, withDesk] },
  },
})

interface Route {
  method: string
  path: string
  handler: string
}

/** What stands beside Strapi's own reading and writing. */
const NEWS: readonly Route[] = [
  { method: 'GET', path: '/articles/desk', handler: 'article.desk' },
  { method: 'GET', path: '/articles/feed', handler: 'article.feed' },
  { method: 'GET', path: '/articles/settings', handler: 'article.settings' },
  { method: 'PUT', path: '/articles/settings', handler: 'article.keepSettings' },
  { method: 'GET', path: '/articles/:id/history', handler: 'article.history' },
  { method: 'GET', path: '/articles/:id/history/:version', handler: 'article.revision' },
  { method: 'POST', path: '/articles/:id/restore', handler: 'article.restore' },
  { method: 'POST', path: '/articles/:id/read', handler: 'article.read' },
  ...ARTICLE_VERBS.map((verb) => ({ method: 'POST', path: `/articles/:id/${verb}`, handler: `article.${verb}` })),
]

/** Both, ours first: `/articles/desk` is no article's address. Strapi's can be made only once it is asked for them. */
let routes: Route[] | null = null

export default {
  type: 'content-api',
  get routes(): Route[] {
    routes ??= [...NEWS, ...(core.routes as Route[])]
    return routes
  },
}
