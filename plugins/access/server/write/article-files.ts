import { nameOf, type Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { uploadsIn } from '../../domain/article-html'
import { isObject } from '../../domain/query-terms'
import { errorAt, malformed, notFound } from '../http/refused-error'
import { bindClaims, findClaimsByHash, insertClaim, type FileSubject } from '../store/files'
import type { AccessServices } from '../services'

/** An uploaded file's row, as far as claims need it. */
interface FileRow {
  id: number
  documentId: string
  hash: string
  name: string
  url: string
  mime: string
}

/** What a media attribute asks for: undefined when it does not say, null for none, or the numeric ids of files. */
export function fileIdsOf(value: unknown, attribute: string): number[] | null | undefined {
  if (value === undefined) return undefined
  if (value === null) return null
  const inner = isObject(value) && ('set' in value || 'connect' in value) ? (value.set ?? value.connect ?? []) : value
  const list = Array.isArray(inner) ? inner : [inner]
  return list.map((item: unknown) => {
    const id = isObject(item) ? item.id : item
    const number = typeof id === 'string' && /^\d{1,9}$/.test(id) ? Number(id) : id
    if (typeof number === 'number' && Number.isInteger(number) && number > 0 && number < 2 ** 31) return number
    throw malformed(errorAt([attribute], 'Expected the id of an uploaded file', 'invalid_type'))
  })
}

/**
 * Makes the cover and the pictures of a body belong to their article. A cover has to be one's own unbound file, or one
 * that the article has already; a link to somebody else's file in a body is left as it is, and binds nothing.
 */
export async function bindArticleFiles(
  strapi: Core.Strapi,
  files: AccessServices['files'],
  trx: Knex.Transaction,
  article: { actor: Actor; subject: FileSubject; coverIds: readonly number[]; body: unknown },
): Promise<void> {
  const { actor, subject, coverIds, body } = article
  if (coverIds.length > 0) {
    const covers = (await strapi.db
      .query('plugin::upload.file')
      .findMany({ where: { id: { $in: [...coverIds] } } })) as FileRow[]
    if (covers.length !== new Set(coverIds).size) throw notFound(['cover'])
    const documentIds = covers.map((cover) => cover.documentId)
    if (actor.kind === 'user' || actor.kind === 'public') {
      const bound = await files.bind(trx, documentIds, subject, actor)
      if (!bound.ok) throw notFound(['cover'])
    } else {
      // The panel's media library knows no claims, and lets one picture serve two articles: the first keeps it.
      await claimAll(trx, covers, actor)
      await bindClaims(trx, documentIds, subject, null)
    }
  }
  if (typeof body !== 'string') return
  const claims = await findClaimsByHash(trx, uploadsIn(body))
  const uploader = actor.kind === 'user' ? nameOf(actor) : null
  const free = claims.filter(
    (claim) => claim.subjectType === null && (uploader === null || claim.uploader === uploader),
  )
  await bindClaims(
    trx,
    free.map((claim) => claim.fileId),
    subject,
    uploader,
  )
}

async function claimAll(trx: Knex.Transaction, rows: readonly FileRow[], actor: Actor): Promise<void> {
  for (const { documentId, hash, name, url, mime } of rows) {
    await insertClaim(trx, { fileId: documentId, hash, name, url, mime, uploader: nameOf(actor) }, Date.now())
  }
}
