import { service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { recordSource } from './store/live'
import { installTriggers } from './store/triggers'

/** Soon after each midnight of China, when a shop's day is over. */
const NIGHTLY = { rule: '10 0 * * *', tz: 'Asia/Shanghai' }

const EVERY_MINUTE = '* * * * *'

/** What is left of a year's end is looked for all year: a server may have been down at New Year. */
const HOURLY = '7 * * * *'

/** Once the tables stand: the database's own refusals, and what happens by itself. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await installTriggers(strapi.db.connection)
  service(strapi, 'access', 'live').register(recordSource(() => strapi.db.connection))
  const now = () => service(strapi, 'scoring', 'clock').now()
  strapi.cron.add({
    scoringSweep: {
      task: async () => {
        const actors = service(strapi, 'access', 'actors')
        await actors.asSystem('points', () => service(strapi, 'scoring', 'sweeps').run(now()))
      },
      options: { rule: EVERY_MINUTE },
    },
    scoringSettlements: {
      task: async () => {
        const actor = { kind: 'system', because: 'settlement' } as const
        await service(strapi, 'scoring', 'settlements').run(actor, now())
      },
      options: NIGHTLY,
    },
    scoringYearEnd: {
      task: async () => {
        await service(strapi, 'scoring', 'yearEnd').run(now())
      },
      options: { rule: HOURLY },
    },
  })
}
