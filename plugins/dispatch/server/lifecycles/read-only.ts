import { service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'

const HISTORY = ['plugin::dispatch.order', 'plugin::dispatch.order-event', 'plugin::dispatch.order-pool']
const COUNTER = 'plugin::dispatch.counter'

/**
 * Refuses every write of orders and their history that comes through Strapi: the content manager, the document service
 * and any code that uses them. Only the system, when it says that it acts (the seeds), may add rows. The verbs write
 * past this, by SQL of their own.
 */
export function keepReadOnly(strapi: Core.Strapi): void {
  const never = () => {
    throw new errors.ForbiddenError('Orders change only by their verbs', { code: 'read_only' })
  }
  const systemOnly = () => {
    if (service(strapi, 'access', 'actors').current().kind !== 'system') never()
  }
  const creating = { beforeCreate: systemOnly, beforeCreateMany: systemOnly }
  const deleting = { beforeDelete: never, beforeDeleteMany: never }
  strapi.db.lifecycles.subscribe({
    models: HISTORY,
    ...creating,
    ...deleting,
    beforeUpdate: never,
    beforeUpdateMany: never,
  })
  strapi.db.lifecycles.subscribe({
    models: [COUNTER],
    ...creating,
    ...deleting,
    beforeUpdate: systemOnly,
    beforeUpdateMany: systemOnly,
  })
}
