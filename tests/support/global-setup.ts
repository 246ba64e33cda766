import { seedSample } from '@practice/seeds'
import { boot } from '@practice/cms'
import { startPostgres } from './postgres'
import { shared } from './shared'
import { testSettings } from './settings'

/**
 * Boots the app once for all files of API tests, on SQLite or, with `PRACTICE_DATABASE=postgres`, on a PostgreSQL of
 * its own, with the sample district seeded. The tests run in this very process (`maxWorkers: 1`).
 */
export default async function setup(): Promise<void> {
  const { directory, environment } = testSettings()
  shared().directory = directory
  if (process.env.PRACTICE_DATABASE === 'postgres') {
    const postgres = await startPostgres()
    shared().postgres = postgres
    environment.DATABASE_URL = postgres.url
  }
  Object.assign(process.env, environment)
  const strapi = await boot()
  await seedSample(strapi)
  strapi.server.mount()
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()))
  shared().strapi = strapi
}
