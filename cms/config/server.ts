import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Core } from '@strapi/strapi'

/** The folder of uploaded files. It is never in the repository, and Strapi does not start without it. */
function publicDirectory(configured: string): string {
  const directory = path.resolve(__dirname, '..', '..', configured)
  mkdirSync(path.join(directory, 'uploads'), { recursive: true })
  return directory
}

/** Where the server listens, and what of Strapi's own noise is off. */
const server = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  // An empty address means "same origin", which is how the console is served.
  url: env('PUBLIC_URL', ''),
  proxy: { koa: env.bool('BEHIND_PROXY', false) },
  app: { keys: env.array('APP_KEYS', []) },
  dirs: { public: publicDirectory(env('PUBLIC_DIRECTORY', 'public')) },
  cron: { enabled: true, tasks: {} },
  transfer: { remote: { enabled: false } },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
})

export default server
