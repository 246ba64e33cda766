import { factories } from '@strapi/strapi'
import { draftOnly, newestFirst } from '../writing'

export default factories.createCoreRouter('api::article.article', {
  config: {
    find: { middlewares: [newestFirst] },
    create: { middlewares: [draftOnly] },
    update: { middlewares: [draftOnly] },
  },
})
