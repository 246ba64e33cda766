import access from '@practice/access/server'
import dispatch from '@practice/dispatch/server'
import scoring from '@practice/scoring/server'
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'

type Factory = (plugin: { strapi: Core.Strapi }) => unknown

/**
 * The audit log tells what was truly done here. What the sample makes up was done by nobody, and is told by the histories
 * of the things themselves alone.
 */
const noAudit = () => ({ record: async (): Promise<void> => {} })

/** The services that histories are made by: those that ask the database by SQL of their own. */
const FACTORIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  access: { files: access.services.files, audit: noAudit },
  dispatch: { directory: dispatch.services.directory, orders: dispatch.services.orders },
  scoring: scoring.services,
}

/**
 * The app as those see it who work inside of a transaction: what its services ask by SQL of their own goes through the
 * transaction too. So a whole village is made by the product's own services, and is there whole or not at all.
 */
export function appWithin(strapi: Core.Strapi, trx: Knex.Transaction): Core.Strapi {
  const made = new Map<string, unknown>()
  const serviceOf = (plugin: string, name: string): unknown => {
    const factory = FACTORIES[plugin]?.[name]
    if (factory === undefined) return strapi.plugin(plugin).service(name)
    const key = `${plugin}.${name}`
    if (!made.has(key)) made.set(key, (factory as Factory)({ strapi: app }))
    return made.get(key)
  }
  const db = Object.create(strapi.db, { connection: { value: trx } }) as Core.Strapi['db']
  const plugin = (name: string) => ({ service: (of: string) => serviceOf(name, of) })
  const app = Object.create(strapi, { db: { value: db }, plugin: { value: plugin } }) as Core.Strapi
  return app
}
