import { readOnly, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'

const HISTORY = ['plugin::dispatch.order', 'plugin::dispatch.order-event', 'plugin::dispatch.order-pool']
const COUNTER = 'plugin::dispatch.counter'

/**
 * Refuses every write of orders and their history that comes through Strapi, except that the system, when it says that
 * it acts (the seeds), may add rows. The verbs write past this, by SQL of their own.
 */
export function keepReadOnly(strapi: Core.Strapi): void {
  const rule = {
    isSystem: () => service(strapi, 'access', 'actors').current().kind === 'system',
    refuse: () => {
      throw new errors.ForbiddenError('Orders change only by their verbs', { code: 'read_only' })
    },
  }
  strapi.db.lifecycles.subscribe({ models: HISTORY, ...readOnly(rule) })
  strapi.db.lifecycles.subscribe({ models: [COUNTER], ...readOnly({ ...rule, systemUpdates: true }) })
}
