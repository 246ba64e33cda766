import { readOnly, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { contentTypes } from '../content-types'

/** Rows that follow from others and are counted up: the seeds, too, write them again and again. */
const COUNTED = ['counter', 'cap-use', 'standing', 'tally'] as const

/**
 * Refuses every write of points that comes through Strapi, except that the system, when it says that it acts (the
 * seeds), may add rows. Whoever records, reviews, posts or redeems writes past this, by SQL of their own.
 */
export function keepReadOnly(strapi: Core.Strapi): void {
  const rule = {
    isSystem: () => service(strapi, 'access', 'actors').current().kind === 'system',
    refuse: () => {
      throw new errors.ForbiddenError('Points move only by their own routes', { code: 'read_only' })
    },
  }
  const names = Object.keys(contentTypes)
  const isCounted = (name: string) => (COUNTED as readonly string[]).includes(name)
  const uid = (name: string) => `plugin::scoring.${name}`
  const history = names.filter((name) => !isCounted(name)).map(uid)
  strapi.db.lifecycles.subscribe({ models: history, ...readOnly(rule) })
  strapi.db.lifecycles.subscribe({ models: COUNTED.map(uid), ...readOnly({ ...rule, systemUpdates: true }) })
}
