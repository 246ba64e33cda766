import { saveCsv } from '../export/csv'
import { saveSheet } from '../export/sheet'
import type { Exported } from './ExportMenu'
import { listSheet } from './list-sheet'
import { ROWS_MAX, loadEvery } from './load-every'
import type { Progress } from './load-every'

interface SaveOptions {
  format: 'xlsx' | 'csv'
  /** What stands below the title: how many rows, and when. */
  facts: (count: number) => string
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}

/** Fetches every row of the list and hands the browser a file of them. Says how many, and whether there were more. */
export async function saveList<Row>(
  { name, columns, load, keyOf }: Exported<Row>,
  { format, facts, signal, onProgress }: SaveOptions,
): Promise<{ count: number; isCut: boolean }> {
  let total = 0
  const rows = await loadEvery({
    load,
    keyOf,
    signal,
    onProgress: (progress) => {
      total = progress.total
      onProgress(progress)
    },
  })
  const sheet = listSheet(name, facts(rows.length), columns, rows)
  if (format === 'csv') saveCsv(sheet)
  else await saveSheet(sheet)
  return { count: rows.length, isCut: total > ROWS_MAX }
}
