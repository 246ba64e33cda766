import type { Core } from '@strapi/strapi'
import { installTriggers } from './store/triggers'

/** Once the tables stand: the database's own refusals. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await installTriggers(strapi.db.connection)
}
