import type { Core } from '@strapi/strapi'
import type { AccessServices } from '../services'

/** Whatever decides who somebody is and what they may. */
const MODELS = [
  'plugin::users-permissions.user',
  'plugin::users-permissions.role',
  'plugin::users-permissions.permission',
  'api::assignment.assignment',
]

/**
 * Forgets cached actors as soon as this server changes an account, a role, a permission or an assignment. Within a
 * transaction that is done twice: a request that came between the change and its commit has read the old state again.
 */
export function dropOnChange(strapi: Core.Strapi, { actors, live }: Pick<AccessServices, 'actors' | 'live'>): void {
  const forget = () => {
    actors.drop()
    live.accountsChanged()
  }
  const drop = async () => {
    forget()
    if (!strapi.db.inTransaction()) return
    await strapi.db.transaction(({ onCommit }: { onCommit(work: () => void): void }) => {
      onCommit(forget)
      return Promise.resolve()
    })
  }
  strapi.db.lifecycles.subscribe({
    models: MODELS,
    afterCreate: drop,
    afterCreateMany: drop,
    afterUpdate: drop,
    afterUpdateMany: drop,
    afterDelete: drop,
    afterDeleteMany: drop,
  })
}
