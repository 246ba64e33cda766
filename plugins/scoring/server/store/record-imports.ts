import { displayNameOf, jsonOf, nameOf, type Actor, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import type { ImportMode, ImportReport } from '../../contracts'
import { rowStamp } from './row-stamp'

const TABLE = 'scoring_record_imports'

/** A file of records that was brought in. */
export interface NewImport {
  documentId: string
  /** Where whoever brought it works: whose staff reads its files. */
  siteCode: string
  /** SHA-256 of the file, in hexadecimal. */
  fileHash: string
  mode: ImportMode
  report: ImportReport
  /** documentIds of the files that belong to every line. */
  evidence: readonly string[]
}

/** Keeps what became of a file. */
export async function insertImport(trx: Knex.Transaction, made: NewImport, actor: Actor, now: Instant): Promise<void> {
  await trx(TABLE).insert({
    ...rowStamp(now),
    document_id: made.documentId,
    site_code: made.siteCode,
    file_hash: made.fileHash,
    mode: made.mode,
    lines: made.report.lines,
    imported: made.report.imported,
    faults: JSON.stringify(made.report.faults),
    evidence: JSON.stringify(made.evidence),
    actor: nameOf(actor),
    actor_name: displayNameOf(actor),
    at: new Date(now),
  })
}

/** What became of a file that was brought in, or null. */
export async function findImport(db: Knex, documentId: string): Promise<ImportReport | null> {
  const row = await db(TABLE)
    .where({ document_id: documentId })
    .first<{ lines: number; imported: number; faults: unknown } | undefined>('lines', 'imported', 'faults')
  if (row === undefined) return null
  const faults = jsonOf<ImportReport['faults']>(row.faults) ?? []
  return { lines: row.lines, sound: row.imported, imported: row.imported, faults }
}
