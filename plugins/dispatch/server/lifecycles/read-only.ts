import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'

/** What only the verbs write: neither the content manager, nor the document service, nor any code that uses them. */
const READ_ONLY = [
  'plugin::dispatch.order',
  'plugin::dispatch.order-event',
  'plugin::dispatch.order-pool',
  'plugin::dispatch.counter',
]

/** Refuses every write of these types that comes through Strapi. The store writes past this, by SQL of its own. */
export function keepReadOnly(strapi: Core.Strapi): void {
  const refuseWrite = () => {
    throw new errors.ForbiddenError('Orders change only by their verbs', { code: 'read_only' })
  }
  strapi.db.lifecycles.subscribe({
    models: READ_ONLY,
    beforeCreate: refuseWrite,
    beforeCreateMany: refuseWrite,
    beforeUpdate: refuseWrite,
    beforeUpdateMany: refuseWrite,
    beforeDelete: refuseWrite,
    beforeDeleteMany: refuseWrite,
  })
}
