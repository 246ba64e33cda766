import { saveFile } from './save-file'
import { safeName } from './sheet'
import type { Sheet } from './sheet'

/** By it Excel knows that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'

/** What a spreadsheet would take for a formula; also behind spaces, which some of them leave out. */
const LIKE_A_FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = LIKE_A_FORMULA.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}

/** A table as comma-separated text: heads and rows alone, every text quoted, and none of them a formula. */
export function csvOf<Row>({ columns, rows }: Pick<Sheet<Row>, 'columns' | 'rows'>): string {
  const lines = [
    columns.map(({ title }) => field(title)),
    ...rows.map((row) => columns.map(({ value }) => field(value(row)))),
  ]
  return BYTE_ORDER_MARK + lines.map((line) => line.join(',') + LINE_END).join('')
}

/** Writes the table as `.csv` and hands it to the browser as a download. */
export function saveCsv<Row>(sheet: Sheet<Row>): void {
  saveFile(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), `${safeName(sheet.name)}.csv`)
}
