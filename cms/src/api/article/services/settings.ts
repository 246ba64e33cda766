import type { NewsSettingsView } from '@practice/access/contracts'
import type {} from '@practice/access/services'
import { inOneTransaction, ok, refuse, service, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { findSecondPerson, saveSecondPerson } from '../store/settings'

/** The settings of news, which editors keep. */
export interface NewsSettingsService {
  read(actor: Actor): Promise<Result<NewsSettingsView, 'role_not_allowed'>>
  write(actor: Actor, next: NewsSettingsView, now: Instant): Promise<Result<NewsSettingsView, 'role_not_allowed'>>
}

/** How news is settled upon. */
export default ({ strapi }: { strapi: Core.Strapi }): NewsSettingsService => ({
  async read(actor) {
    if (!isEditor(actor)) return refuse('role_not_allowed')
    return ok({ secondPerson: await findSecondPerson(strapi.db.connection) })
  },

  async write(actor, next, now) {
    if (!isEditor(actor)) return refuse('role_not_allowed')
    await inOneTransaction(strapi, async (trx) => {
      await saveSecondPerson(trx, next.secondPerson, new Date(now))
      const audit = service(strapi, 'access', 'audit')
      await audit.record({ actor, action: 'settings', subjectType: 'article-settings', detail: { ...next } }, trx)
    })
    return ok(next)
  },
})

/** The service, typed. */
export function newsSettingsOf(strapi: Core.Strapi): NewsSettingsService {
  const found: unknown = strapi.service('api::article.settings')
  return found as NewsSettingsService
}

function isEditor(actor: Actor): boolean {
  return actor.kind === 'user' && actor.role === 'county-editor'
}
