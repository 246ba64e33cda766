import { nameOf, ok, refuse, type Actor, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { bindClaims, findClaims, type FileSubject } from '../store/files'

/** How a file stands in the views of what it belongs to. */
export interface FileRef {
  documentId: string
  name: string
  url: string
  mime: string
}

/** Uploaded files: whose they are, and what they belong to. */
export const files = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Makes files belong to a subject: those that the actor uploaded and that belong to nothing yet, or that belong to
   * this very subject already. The system and the panel may bind anybody's.
   */
  async bind(
    trx: Knex.Transaction,
    documentIds: readonly string[],
    subject: FileSubject,
    actor: Actor,
  ): Promise<Result<void, 'file_unknown'>> {
    const wanted = [...new Set(documentIds)]
    const uploader = actor.kind === 'user' || actor.kind === 'public' ? nameOf(actor) : null
    const claims = await findClaims(trx, wanted)
    const free = claims.filter(
      (claim) =>
        (claim.subjectType === subject.type && claim.subjectId === subject.documentId) ||
        (claim.subjectType === null && (uploader === null || claim.uploader === uploader)),
    )
    const known = new Set(free.map((claim) => claim.fileId))
    const unknown = wanted.filter((id) => !known.has(id))
    if (unknown.length > 0) return refuse('file_unknown', { files: unknown })
    const bound = await bindClaims(trx, wanted, subject, uploader)
    return bound === wanted.length ? ok(undefined) : refuse('file_unknown', { files: wanted })
  },

  /** Those of these files that belong to a subject, in their order; names that are no files' are left out. */
  async viewsOf(documentIds: readonly string[], subject: Pick<FileSubject, 'type' | 'documentId'>): Promise<FileRef[]> {
    const claims = await findClaims(strapi.db.connection, documentIds)
    const own = claims.filter(
      ({ subjectType, subjectId }) => subjectType === subject.type && subjectId === subject.documentId,
    )
    const byId = new Map(own.map((claim) => [claim.fileId, claim]))
    return documentIds.flatMap((documentId) => {
      const claim = byId.get(documentId)
      return claim === undefined ? [] : [{ documentId, name: claim.name, url: claim.url, mime: claim.mime }]
    })
  },

  /** The files with these documentIds, in their order; those that nobody claimed are left out. */
  async views(documentIds: readonly string[]): Promise<FileRef[]> {
    const claims = await findClaims(strapi.db.connection, documentIds)
    const byId = new Map(claims.map((claim) => [claim.fileId, claim]))
    return documentIds.flatMap((documentId) => {
      const claim = byId.get(documentId)
      return claim === undefined ? [] : [{ documentId, name: claim.name, url: claim.url, mime: claim.mime }]
    })
  },
})
