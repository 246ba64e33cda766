import { service, SYSTEM_CLOCK } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import { keepNews, closeNews } from './api/article/keep'
import { dropPublicReplies } from './api/article/public-replies'
import { publishingOf } from './api/article/services/publishing'
import { articleReadsOf } from './api/article/services/reads'
import { bringRoles } from './roles'

const EVERY_MINUTE = '* * * * *'
const NIGHTLY = { rule: '10 0 * * *', tz: 'Asia/Shanghai' }

/** What the app adds to its plugins: the roles and what they may call, and the news: its history, hours and readers. */
export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    closeNews(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await service(strapi, 'access', 'actors').asSystem('roles', () => bringRoles(strapi))
    await keepNews(strapi)
    dropPublicReplies(strapi)
    strapi.cron.add({
      publishing: {
        task: async () => void (await publishingOf(strapi).publishDue(SYSTEM_CLOCK.now())),
        options: { rule: EVERY_MINUTE },
      },
      readersForgotten: {
        task: () => articleReadsOf(strapi).forget(SYSTEM_CLOCK.now()),
        options: NIGHTLY,
      },
    })
    if (process.env.CRON === 'off') strapi.cron.stop()
  },
}
