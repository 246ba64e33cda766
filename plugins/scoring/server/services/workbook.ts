import { refuse, ok, type Result } from '@practice/kernel'
import { Unzip, UnzipInflate, UnzipPassThrough, zipSync } from 'fflate'
import type { Cell } from '../../domain'

/** Why a file cannot be read as a workbook: no .xlsx, or one that would unpack to more than any paper list needs. */
export type WorkbookRefusal = 'not_xlsx' | 'too_large'

const UNPACKED_BYTES_MAX = 32 * 1024 * 1024
const ENTRIES_MAX = 500
/** So little is unpacked at a time that one step stays within some megabytes, whatever was packed. */
const CHUNK_BYTES = 16 * 1024
/** Further out nobody has typed anything, and a cell there would make the reader fill everything before it. */
const ROWS_MAX = 20_000
const COLUMN_LETTERS_MAX = 2

/**
 * The rows of a workbook's first sheet, by place: `rows[16]` is what the sheet shows as line 17. A small file may
 * unpack to gigabytes, so that it is unpacked here, within bounds, and the reader gets what has passed.
 */
export async function firstSheetOf(file: Buffer): Promise<Result<Cell[][], WorkbookRefusal>> {
  const entries = unpack(file)
  if (!entries.ok) return entries
  const passed = zipSync(Object.fromEntries(entries.value), { level: 0 })
  // An ES module, which this one can only import when it is needed.
  const { default: readWorkbook } = await import('read-excel-file/node')
  try {
    const [sheet] = await readWorkbook(Buffer.from(passed))
    return ok((sheet?.data ?? []) as Cell[][])
  } catch {
    // Whatever the reader stumbles over is the file's fault, told in words that nobody could act upon.
    return refuse('not_xlsx')
  }
}

/** The parts of a workbook that hold text, by name. */
function unpack(file: Buffer): Result<Map<string, Uint8Array>, WorkbookRefusal> {
  const entries = new Map<string, Uint8Array>()
  let bytes = 0
  let isTooLarge = false
  const unzip = new Unzip((entry) => {
    if (entries.size >= ENTRIES_MAX) isTooLarge = true
    if (isTooLarge) return
    const chunks: Uint8Array[] = []
    entry.ondata = (error, chunk, isLast) => {
      if (error !== null) throw error
      bytes += chunk.length
      isTooLarge ||= bytes > UNPACKED_BYTES_MAX
      if (isTooLarge) return entry.terminate()
      chunks.push(chunk)
      if (isLast && /\.(xml|rels)$/.test(entry.name)) entries.set(entry.name, Buffer.concat(chunks))
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  try {
    for (let at = 0; at < file.length && !isTooLarge; at += CHUNK_BYTES) {
      unzip.push(file.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= file.length)
    }
  } catch {
    return refuse('not_xlsx')
  }
  if (isTooLarge || ![...entries.values()].every(isCompact)) return refuse('too_large')
  return ok(entries)
}

/** Whether every place that a sheet names lies in the part of it that people use. */
function isCompact(entry: Uint8Array): boolean {
  const text = Buffer.from(entry).toString('utf8')
  if (!text.includes('sheetData')) return true
  for (const [, place = ''] of text.matchAll(/(?<![\w:.-])r\s*=\s*["']([^"']*)["']/g)) {
    const [, letters = '', row = ''] = /^([A-Z]*)(\d{1,7})$/.exec(place) ?? []
    if (row === '' || letters.length > COLUMN_LETTERS_MAX || Number(row) > ROWS_MAX) return false
  }
  return true
}
