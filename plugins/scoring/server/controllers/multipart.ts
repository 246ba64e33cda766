import { readFile, rm } from 'node:fs/promises'
import { invalid, ok, parseValue, refuse, type Refusal, type Result } from '@practice/kernel'
import { ImportFields, type ImportMode } from '../../contracts'
import type { ImportRefusal } from '../../domain'
import type { RequestContext } from './requests'

const FILE_BYTES_MAX = 2 * 1024 * 1024
const EVIDENCE_MAX = 12
const DOCUMENT_ID = /^[a-z0-9]{1,64}$/

/** A file of a multipart body, as `strapi::body` leaves it. */
interface Incoming {
  filepath: string
  originalFilename: string | null
  size: number
}

/** A workbook that was sent, and what is to become of it. */
export interface SentWorkbook {
  file: Buffer
  mode: ImportMode
  /** documentIds of the files that belong to every line. */
  evidence: readonly string[]
}

type Refusable = ImportRefusal | 'invalid'

/** Reads what was sent to be imported. Whatever files came along, nothing of them stays on the disk. */
export async function workbookOf(ctx: RequestContext): Promise<Result<SentWorkbook, Refusable>> {
  const { body, files = {} } = ctx.request as unknown as {
    body?: unknown
    files?: Record<string, Incoming | Incoming[]>
  }
  const sent = Object.values(files).flat()
  try {
    return await read(body ?? {}, files)
  } finally {
    await Promise.all(sent.map(({ filepath }) => rm(filepath, { force: true })))
  }
}

async function read(
  body: unknown,
  { file, ...others }: Record<string, Incoming | Incoming[]>,
): Promise<Result<SentWorkbook, Refusable>> {
  const fields = parseValue(ImportFields, body)
  if (!fields.ok) return fields
  const [strange] = Object.keys(others)
  if (strange !== undefined) return wrong(strange, `Unrecognized key: ${JSON.stringify(strange)}`, 'unrecognized_key')
  if (file === undefined) return refuse('file_missing')
  if (Array.isArray(file)) return wrong('file', 'Expected one file', 'too_big')
  if (file.size > FILE_BYTES_MAX) return refuse('file_unreadable', { because: 'too_large', bytesMax: FILE_BYTES_MAX })
  const evidence = (fields.value.evidence ?? '').split(',').filter((id) => id !== '')
  if (evidence.length > EVIDENCE_MAX || !evidence.every((id) => DOCUMENT_ID.test(id))) {
    return wrong('evidence', `Expected at most ${EVIDENCE_MAX} documentIds, joined by commas`, 'invalid_format')
  }
  return ok({ file: await readFile(file.filepath), mode: fields.value.mode, evidence: [...new Set(evidence)] })
}

function wrong(path: string, message: string, code: string): Refusal<'invalid'> {
  return invalid([{ path: [path], message, code }])
}
