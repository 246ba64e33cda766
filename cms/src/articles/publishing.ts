import { service, type Instant } from '@practice/kernel'
import type {} from '@practice/access/services'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'

const ARTICLE = 'api::article.article'

const NO_TIME: object = { publishAt: null }

/** Publishes the draft as it stands; a time that it waited for is over. Null when there is no such draft to be seen. */
export async function publish(strapi: Core.Strapi, documentId: string): Promise<unknown> {
  const documents = strapi.documents(ARTICLE)
  if ((await documents.findOne({ documentId, status: 'draft' })) === null) return null
  return strapi.db.transaction(async () => {
    await documents.update({ documentId, data: NO_TIME })
    await documents.publish({ documentId })
    return documents.findOne({ documentId, status: 'published' })
  })
}

/** Takes the published article away; the draft stays, and publishes itself no more. Null as in `publish`. */
export async function unpublish(strapi: Core.Strapi, documentId: string): Promise<unknown> {
  const documents = strapi.documents(ARTICLE)
  if ((await documents.findOne({ documentId, status: 'draft' })) === null) return null
  return strapi.db.transaction(async () => {
    await documents.update({ documentId, data: NO_TIME })
    await documents.unpublish({ documentId })
    return documents.findOne({ documentId, status: 'draft' })
  })
}

/**
 * Publishes the drafts whose time has come and tells how many. A draft is claimed by emptying its `publishAt` in the
 * transaction that publishes it: of several servers one finds the time still there, and if it dies, the time is too.
 */
export async function publishDue(strapi: Core.Strapi, now: Instant): Promise<number> {
  return service(strapi, 'access', 'actors').asSystem('scheduled publishing', async () => {
    const due = (await dueDrafts(strapi, now).select('id', 'document_id')) as { id: number; document_id: string }[]
    let published = 0
    for (const { id, document_id: documentId } of due) {
      if (await publishClaimed(strapi, id, documentId, now)) published++
    }
    return published
  })
}

function dueDrafts(strapi: Core.Strapi, now: Instant) {
  return strapi.db.connection('articles').whereNull('published_at').where('publish_at', '<=', new Date(now))
}

async function publishClaimed(strapi: Core.Strapi, id: number, documentId: string, now: Instant): Promise<boolean> {
  return await strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    const claimed = await dueDrafts(strapi, now).where({ id }).update({ publish_at: null }).transacting(trx)
    if (claimed === 0) return false
    await strapi.documents(ARTICLE).publish({ documentId })
    return true
  })
}
