import { service, type Instant } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'

const ARTICLE = 'api::article.article'

const NO_TIME: object = { publishAt: null }

/** What becomes of a draft: by an editor's hand, or when its time has come. */
export interface Publishing {
  /** Publishes the draft as it stands; a time that it waited for is over. Null when there is no such draft to be seen. */
  publish(documentId: string): Promise<unknown>
  /** Takes the published article away; the draft stays, and publishes itself no more. Null as in `publish`. */
  unpublish(documentId: string): Promise<unknown>
  /** Publishes the drafts whose time has come, and tells how many. */
  publishDue(now: Instant): Promise<number>
}

/** How articles go out and come back. */
export default ({ strapi }: { strapi: Core.Strapi }): Publishing => {
  const documents = strapi.documents(ARTICLE)

  const turn = async (documentId: string, act: () => Promise<unknown>, status: 'draft' | 'published') => {
    if ((await documents.findOne({ documentId, status: 'draft' })) === null) return null
    return await strapi.db.transaction(async () => {
      await documents.update({ documentId, data: NO_TIME })
      await act()
      return await documents.findOne({ documentId, status })
    })
  }

  return {
    publish: (documentId) => turn(documentId, () => documents.publish({ documentId }), 'published'),
    unpublish: (documentId) => turn(documentId, () => documents.unpublish({ documentId }), 'draft'),

    publishDue(now) {
      return service(strapi, 'access', 'actors').asSystem('scheduled publishing', async () => {
        const due = (await dueDrafts(strapi, now).select('id', 'document_id')) as DueDraft[]
        let published = 0
        for (const draft of due) if (await publishClaimed(strapi, draft, now)) published++
        return published
      })
    },
  }
}

/** The service, typed. */
export function publishingOf(strapi: Core.Strapi): Publishing {
  const found: unknown = strapi.service('api::article.publishing')
  return found as Publishing
}

interface DueDraft {
  id: number
  document_id: string
}

function dueDrafts(strapi: Core.Strapi, now: Instant) {
  return strapi.db.connection('articles').whereNull('published_at').where('publish_at', '<=', new Date(now))
}

/**
 * A draft is claimed by emptying its `publishAt` in the transaction that publishes it: of several servers one finds the
 * time still there, and if that one dies, the time is there again.
 */
async function publishClaimed(strapi: Core.Strapi, draft: DueDraft, now: Instant): Promise<boolean> {
  return await strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    const claimed = await dueDrafts(strapi, now).where('id', draft.id).update({ publish_at: null }).transacting(trx)
    if (claimed === 0) return false
    await strapi.documents(ARTICLE).publish({ documentId: draft.document_id })
    return true
  })
}
