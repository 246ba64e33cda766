import type { ImportReport } from '@practice/scoring/contracts'

/** One thing that is wrong with a sheet, where the sheet shows it. */
export type Fault = ImportReport['faults'][number]

const BYTES_MAX = 2 * 1024 * 1024

/** Why a file is not even sent; keys of `import-records:file`. */
export type FileProblem = 'notXlsx' | 'tooLarge' | 'empty'

/** What is wrong with a file that can be told without reading it. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>): FileProblem | null {
  if (!/\.xlsx$/i.test(name)) return 'notXlsx'
  if (size === 0) return 'empty'
  return size > BYTES_MAX ? 'tooLarge' : null
}

/** What of a fault's details a sentence can hold: lists joined, dates as days, whatever else is no text left out. */
export function wordsOfDetails(details: Fault['details'], separator: string): Record<string, string | number> {
  const entries = Object.entries(details).flatMap(([key, value]): [string, string | number][] => {
    if (typeof value === 'string' || typeof value === 'number') return [[key, value]]
    return Array.isArray(value) ? [[key, value.map(String).join(separator)]] : []
  })
  return Object.fromEntries(entries)
}

/** How many lines have something wrong: a line may have several faults. */
export function faultyLines(faults: readonly Fault[]): number {
  return new Set(faults.map(({ row }) => row)).size
}

/** What comes next after a check or an import. */
export type Outcome = 'clean' | 'partly' | 'hopeless' | 'imported'

/** Whether everything may be imported, a part, or nothing, or it has been. */
export function outcomeOf({ sound, imported, faults }: ImportReport): Outcome {
  if (imported > 0) return 'imported'
  if (faults.length === 0 && sound > 0) return 'clean'
  return sound > 0 ? 'partly' : 'hopeless'
}
