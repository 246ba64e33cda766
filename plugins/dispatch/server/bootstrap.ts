import { service, SYSTEM_CLOCK } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { orderSource } from './store/live'
import { installTriggers } from './store/triggers'

const EVERY_MINUTE = '* * * * *'

/** Once the tables stand: the database's own refusals, the settings, and the clocks. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await installTriggers(strapi.db.connection)
  service(strapi, 'access', 'live').register(orderSource(() => strapi.db.connection))
  await service(strapi, 'dispatch', 'settings').seed(SYSTEM_CLOCK.now())
  strapi.cron.add({
    dispatchSweep: {
      task: async () => {
        const actors = service(strapi, 'access', 'actors')
        await actors.asSystem('clocks', () => service(strapi, 'dispatch', 'sweeps').run(SYSTEM_CLOCK.now()))
      },
      options: { rule: EVERY_MINUTE },
    },
  })
}
