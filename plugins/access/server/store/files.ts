import { newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'

const TABLE = 'access_file_claims'

/** What a file belongs to. */
export interface FileSubject {
  /** The kind of thing, such as `order` or `article`. */
  type: string
  documentId: string
  siteCode: string | null
  teamCode?: string | null
  householdCode?: string | null
}

/** A file and whose it is; all but `id` are text, absent ones null. */
export interface FileClaim {
  fileId: string
  hash: string
  name: string
  url: string
  mime: string
  uploader: string
  subjectType: string | null
  subjectId: string | null
}

interface ClaimRow {
  file_id: string
  hash: string
  name: string
  url: string
  mime: string
  uploader: string
  subject_type: string | null
  subject_id: string | null
}

const claimOf = (row: ClaimRow): FileClaim => ({
  fileId: row.file_id,
  hash: row.hash,
  name: row.name,
  url: row.url,
  mime: row.mime,
  uploader: row.uploader,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
})

/** Notes who uploaded a file; a second claim of the same file changes nothing. */
export async function insertClaim(
  db: Knex,
  claim: Omit<FileClaim, 'subjectType' | 'subjectId'>,
  at: number,
): Promise<void> {
  const now = new Date(at)
  const { fileId, hash, name, url, mime, uploader } = claim
  await db(TABLE)
    .insert({
      document_id: newDocumentId(),
      file_id: fileId,
      hash,
      name,
      url,
      mime,
      uploader,
      at: now,
      created_at: now,
      updated_at: now,
      published_at: now,
    })
    .onConflict('file_id')
    .ignore()
}

/** The claims of these files (documentIds), in no order; unknown ones are absent. */
export async function findClaims(db: Knex, fileIds: readonly string[]): Promise<FileClaim[]> {
  if (fileIds.length === 0) return []
  const rows = (await db(TABLE)
    .whereIn('file_id', [...fileIds])
    .select('*')) as ClaimRow[]
  return rows.map(claimOf)
}

/** The claims of the files with these stored names (without size prefix and extension). */
export async function findClaimsByHash(db: Knex, hashes: readonly string[]): Promise<FileClaim[]> {
  if (hashes.length === 0) return []
  const rows = (await db(TABLE)
    .whereIn('hash', [...hashes])
    .select('*')) as ClaimRow[]
  return rows.map(claimOf)
}

/**
 * Binds those files that are unbound and uploaded by `uploader`, or bound to the subject already. Answers how many it
 * bound, by which the caller sees a rival that was quicker.
 */
export async function bindClaims(
  db: Knex,
  fileIds: readonly string[],
  subject: FileSubject,
  uploader: string | null,
): Promise<number> {
  if (fileIds.length === 0) return 0
  return db(TABLE)
    .whereIn('file_id', [...fileIds])
    .andWhere((either) => {
      void either.where({ subject_type: subject.type, subject_id: subject.documentId })
      void either.orWhere((own) => {
        void own.whereNull('subject_type')
        if (uploader !== null) void own.where({ uploader })
      })
    })
    .update({
      subject_type: subject.type,
      subject_id: subject.documentId,
      site_code: subject.siteCode,
      team_code: subject.teamCode ?? null,
      household_code: subject.householdCode ?? null,
    })
}
