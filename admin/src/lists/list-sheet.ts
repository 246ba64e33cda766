import type { Column } from '../components/DataTable'
import type { Sheet } from '../export/sheet'
import { textIn } from './columns'

const WIDTH_MIN = 8
const WIDTH_MAX = 48
/** Chinese characters are as wide as two others. */
const WIDE = /[\u2E80-\uFFEF]/gu

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** What is seen of a list as a sheet: the columns that are shown and have something to say, as wide as they need. */
export function listSheet<Row>(name: string, facts: string, columns: readonly Column<Row>[], rows: readonly Row[]) {
  const written = columns.flatMap((column) => {
    const values = new Map(rows.map((row) => [row, textIn(column, row) ?? null]))
    if (column.isAction === true) return []
    if (column.text === undefined && rows.length > 0 && [...values.values()].every((value) => value === null)) return []
    const widest = Math.max(...[column.title, ...values.values()].map((value) => widthOf(String(value ?? ''))))
    const width = Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, widest + 2))
    return [{ title: column.title, width, value: (row: Row) => values.get(row) ?? null }]
  })
  return { name, above: [name, facts], columns: written, rows } satisfies Sheet<Row>
}
