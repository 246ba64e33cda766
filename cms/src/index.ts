import { service } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import { dropPublicReplies } from './api/article/public-replies'
import { publishingOf } from './api/article/services/publishing'
import { bringRoles } from './roles'

const EVERY_MINUTE = '* * * * *'

/** What the app adds to its plugins: the roles and what they may call, and articles that publish themselves. */
export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await service(strapi, 'access', 'actors').asSystem('roles', () => bringRoles(strapi))
    dropPublicReplies(strapi)
    strapi.cron.add({
      publishing: {
        task: async () => void (await publishingOf(strapi).publishDue(Date.now())),
        options: { rule: EVERY_MINUTE },
      },
    })
    if (process.env.CRON === 'off') strapi.cron.stop()
  },
}
