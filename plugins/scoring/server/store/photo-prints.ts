import { instantOf, newDocumentId } from '@practice/kernel'
import type { Knex } from 'knex'
import { actOf, bandsOf, neighboursOf } from '../../domain'

const TABLE = 'scoring_photo_prints'

/** The perceptual hash of a photo that was filed with a record. */
export interface PhotoPrint {
  /** The file's documentId. */
  fileId: string
  recordId: string
  recordNumber: string
  siteCode: string
  /** 64 bits as 16 hexadecimal digits. */
  hash: string
}

interface PrintRow {
  file_id: string
  record_id: string
  record_number: string
  site_code: string
  hash: string
  card_number: string
  recorded_by: string
  rule_code: string
  occurred_at: unknown
}

const BANDS = ['band_0', 'band_1', 'band_2', 'band_3'] as const

function bandColumns(hash: string): Record<(typeof BANDS)[number], string> {
  const [band_0, band_1, band_2, band_3] = bandsOf(hash)
  return { band_0, band_1, band_2, band_3 }
}

/** Keeps prints; one that is kept already stays. */
export async function insertPrints(trx: Knex.Transaction, prints: readonly PhotoPrint[]): Promise<void> {
  if (prints.length === 0) return
  const rows = prints.map(({ fileId, recordId, recordNumber, siteCode, hash }) => ({
    document_id: newDocumentId(),
    file_id: fileId,
    record_id: recordId,
    record_number: recordNumber,
    site_code: siteCode,
    hash,
    ...bandColumns(hash),
  }))
  await trx(TABLE).insert(rows).onConflict(['record_id', 'file_id']).ignore()
}

/** The latest prints of other records that may be near one of these hashes; whether they are, their distance says. */
export async function findNearPrints(
  db: Knex,
  hashes: readonly string[],
  recordId: string,
  limit: number,
): Promise<(PhotoPrint & { cardNumber: string; act: string })[]> {
  if (hashes.length === 0) return []
  const rows = await db(`${TABLE} as p`)
    .join('scoring_records as r', 'r.document_id', 'p.record_id')
    .whereNot('p.record_id', recordId)
    .andWhere((near) => {
      for (const hash of hashes) {
        const bands = bandsOf(hash)
        for (const [index, band] of BANDS.entries()) void near.orWhere(`p.${band}`, bands[index] ?? '')
        // Who differs from all four by a bit each differs from the first by one.
        void near.orWhereIn('p.band_0', neighboursOf(bands[0]))
      }
    })
    .orderBy('p.id', 'desc')
    .limit(limit)
    .select<PrintRow[]>(
      ...['p.file_id', 'p.record_id', 'p.record_number', 'p.site_code', 'p.hash'],
      ...['r.card_number', 'r.recorded_by', 'r.rule_code', 'r.occurred_at'],
    )
  return rows.map((row) => ({
    fileId: row.file_id,
    recordId: row.record_id,
    recordNumber: row.record_number,
    siteCode: row.site_code,
    hash: row.hash,
    cardNumber: row.card_number,
    act: actOf({ recordedBy: row.recorded_by, ruleCode: row.rule_code, occurredAt: instantOf(row.occurred_at) ?? 0 }),
  }))
}

/** Those of these files that have a print. */
export async function findPrinted(db: Knex, fileIds: readonly string[]): Promise<Set<string>> {
  if (fileIds.length === 0) return new Set()
  const rows = await db(TABLE)
    .whereIn('file_id', [...fileIds])
    .select<{ file_id: string }[]>('file_id')
  return new Set(rows.map((row) => row.file_id))
}
