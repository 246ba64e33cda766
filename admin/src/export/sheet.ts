import type { Cell, SheetData } from 'write-excel-file/browser'

/** A column of a sheet: its heading, its width in characters, and what stands in it. */
export interface SheetColumn<Row> {
  title: string
  width: number
  value: (row: Row) => string | number | null
}

/** A table with lines above it, to be written as `.xlsx`. */
export interface Sheet<Row> {
  /** The file's name without its ending, and the sheet's. */
  name: string
  /** Lines above the table; the first one is the title. */
  above: readonly string[]
  columns: readonly SheetColumn<Row>[]
  rows: readonly Row[]
  /** Lines below the table, such as the head hash and where to seal. */
  below?: readonly string[]
}

/** Excel allows no more, and none of these. */
const SHEET_NAME_MAX = 31
const FORBIDDEN_IN_NAMES = /[\\/?*[\]:<>|"]/g
/** The cells of a sheet. Numbers stay numbers, so that they can be added up. */
export function cellsOf<Row>({ above, columns, rows, below = [] }: Sheet<Row>): SheetData {
  const line = (text: string, isTitle: boolean): Cell[] => [
    { value: text, type: String, ...(isTitle ? { fontWeight: 'bold' as const, fontSize: 16 } : {}) },
  ]
  const cell = (value: string | number | null): Cell => {
    if (value === null) return null
    return typeof value === 'number'
      ? { value, type: Number }
      : { value: value, type: String, alignVertical: 'top' as const, wrap: true }
  }
  return [
    ...above.map((text, index) => line(text, index === 0)),
    columns.map(({ title }) => ({
      value: title,
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: '#EEF0F3',
      borderColor: '#B7BEC8',
      bottomBorderStyle: 'thin' as const,
    })),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
    ...below.map((text) => line(text, false)),
  ]
}

/** A name that a file and a sheet may have. */
export function safeName(name: string): string {
  return name.replaceAll(FORBIDDEN_IN_NAMES, ' ').trim()
}

/** Writes the sheet and hands it to the browser as a download. What writes it is fetched when it is first needed. */
export async function saveSheet<Row>(sheet: Sheet<Row>): Promise<void> {
  const { default: write } = await import('write-excel-file/browser')
  const name = safeName(sheet.name)
  await write(cellsOf(sheet), {
    sheet: name.slice(0, SHEET_NAME_MAX),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: sheet.above.length + 1,
  }).toFile(`${name}.xlsx`)
}
