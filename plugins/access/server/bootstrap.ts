import { service, SYSTEM_CLOCK } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { dropOnChange } from './actor/lifecycles'
import { assertBoundary } from './scope/query-builder'
import { makeAuditAppendOnly } from './store/append-only'

const EVERY_MINUTE = '* * * * *'
const NIGHTLY = { rule: '40 3 * * *', tz: 'Asia/Shanghai' }

/** With the database there: caches that follow it, the audit log held by it, and a look whether the boundary stands. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const actors = service(strapi, 'access', 'actors')
  const live = service(strapi, 'access', 'live')
  dropOnChange(strapi, { actors, live })
  await makeAuditAppendOnly(strapi.db.connection)
  await assertBoundary(strapi, actors)
  strapi.cron.add({
    accessMail: {
      task: async () => {
        const mail = service(strapi, 'access', 'mail')
        if (mail.isOn()) await mail.run(SYSTEM_CLOCK.now())
      },
      options: { rule: EVERY_MINUTE },
    },
    accessNotificationsPruned: {
      task: () => service(strapi, 'access', 'notifications').prune(SYSTEM_CLOCK.now()),
      options: NIGHTLY,
    },
  })
}
