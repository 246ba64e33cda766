import { factories } from '@strapi/strapi'
import { publicReplies } from '../public-replies'
import { draftOnly, newestFirst } from '../writing'

export default factories.createCoreRouter('api::article.article', {
  config: {
    find: { middlewares: [publicReplies, newestFirst] },
    findOne: { middlewares: [publicReplies] },
    create: { middlewares: [draftOnly] },
    update: { middlewares: [draftOnly] },
  },
})
