import { service, type Instant } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import { findDue } from '../store/standings'
import { articleVerbsOf } from './verbs'

const BECAUSE = 'scheduled publishing'

/** Articles that go out by themselves. */
export interface Publishing {
  /**
   * Publishes the drafts whose time has come, and tells how many. One that may not go out as it stands loses its time.
   * Of several servers one publishes, and if that one dies, the time is there again.
   */
  publishDue(now: Instant): Promise<number>
}

/** How articles go out by themselves. */
export default ({ strapi }: { strapi: Core.Strapi }): Publishing => ({
  publishDue(now) {
    return service(strapi, 'access', 'actors').asSystem(BECAUSE, async () => {
      const verbs = articleVerbsOf(strapi)
      const actor = service(strapi, 'access', 'actors').current()
      let published = 0
      for (const { documentId, version } of await findDue(strapi.db.connection, now)) {
        const done = await verbs.act(actor, documentId, { verb: 'publish', version }, now)
        if (done.ok) published++
        // Somebody was quicker: what has become of it is theirs.
        else if (done.code !== 'changed' && done.code !== 'not_found') {
          await verbs.act(actor, documentId, { verb: 'unschedule', version, note: done.code }, now)
        }
      }
      return published
    })
  },
})

/** The service, typed. */
export function publishingOf(strapi: Core.Strapi): Publishing {
  const found: unknown = strapi.service('api::article.publishing')
  return found as Publishing
}
