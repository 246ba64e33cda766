import { existsSync } from 'node:fs'
import path from 'node:path'
import { createStrapi, type Core } from '@strapi/strapi'

/** The folder of the app. This file runs from `dist/src`. */
export const APP_DIRECTORY = path.resolve(__dirname, '..', '..')

/** Whether `npm run build:panel` was run: Strapi's own panel is served only when it was built. */
export function panelIsBuilt(): boolean {
  return existsSync(path.join(APP_DIRECTORY, 'dist', 'build', 'index.html'))
}

/**
 * Loads the app from its compiled files, with its database brought up to the schemas and its roles to their table. It
 * does not listen yet. Settings come from the environment, so that tests and commands set them first.
 */
export async function boot(options: { panel?: boolean } = {}): Promise<Core.Strapi> {
  // Columns of type `timestamp` hold UTC on PostgreSQL only when the process thinks in UTC.
  process.env.TZ = 'UTC'
  process.env.STRAPI_TELEMETRY_DISABLED = 'true'
  const strapi = createStrapi({
    appDir: APP_DIRECTORY,
    distDir: path.join(APP_DIRECTORY, 'dist'),
    autoReload: false,
    serveAdminPanel: options.panel ?? false,
  })
  return strapi.load()
}
