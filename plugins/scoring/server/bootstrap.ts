import { service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { installTriggers } from './store/triggers'

/** Soon after each midnight of China, when a shop's day is over. */
const NIGHTLY = { rule: '10 0 * * *', tz: 'Asia/Shanghai' }

/** Once the tables stand: the database's own refusals, and what happens by itself. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await installTriggers(strapi.db.connection)
  const now = () => service(strapi, 'scoring', 'clock').now()
  strapi.cron.add({
    scoringSettlements: {
      task: async () => {
        const actor = { kind: 'system', because: 'settlement' } as const
        await service(strapi, 'scoring', 'settlements').run(actor, now())
      },
      options: NIGHTLY,
    },
  })
}
