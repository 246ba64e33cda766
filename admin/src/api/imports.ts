import type { ImportMode, ImportReport } from '@practice/scoring/contracts'
import { requestData, requestFile } from './client'

const RECORDS = '/scoring/records'

/** A sheet of records to be checked or imported. */
export interface SheetUpload {
  file: File
  mode: ImportMode
  /** documentIds of what belongs to every line: the photographed paper list. */
  evidence: readonly string[]
}

/** Checks a sheet (`check` writes nothing) or imports it; a repeated request with the same key imports nothing twice. */
export function sendSheet({ file, mode, evidence }: SheetUpload, idempotencyKey?: string): Promise<ImportReport> {
  const body = new FormData()
  body.append('mode', mode)
  if (evidence.length > 0) body.append('evidence', evidence.join(','))
  body.append('file', file, file.name)
  return requestData<ImportReport>(`${RECORDS}/import`, {
    method: 'POST',
    body,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  })
}

/** The workbook to fill in, with the cards and rules of a site on sheets of their own. */
export function loadTemplate(site: string): Promise<Blob> {
  return requestFile(`${RECORDS}/template?site=${encodeURIComponent(site)}`)
}
