import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** Where the package keeps its data; the same distance from `src` and from `dist`. */
export const DATA_FOLDER = join(__dirname, '..', 'data')

/** A line of a CSV file: every column is text, codes above all. */
export type Row<Column extends string> = Readonly<Record<Column, string>>

/**
 * Reads CSV text whose header has exactly the given columns, in any order. Throws when the header differs: a file with
 * a mistyped column must not seed empty values.
 */
export function parseRows<const Column extends string>(text: string, columns: readonly Column[]): Row<Column>[] {
  const [header, ...lines] = parse(text, { bom: true, skip_empty_lines: true }) as string[][]
  const missing = columns.filter((column) => !header?.includes(column))
  const unknown = header?.filter((column) => !(columns as readonly string[]).includes(column)) ?? []
  if (header === undefined || missing.length > 0 || unknown.length > 0) {
    throw new Error(`CSV header: missing [${missing.join(', ')}], unknown [${unknown.join(', ')}]`)
  }
  return lines.map((line) => Object.fromEntries(header.map((column, at) => [column, line[at] ?? ''])) as Row<Column>)
}

/** Reads `data/<file>`, UTF-8, with exactly the given columns. */
export function readRows<const Column extends string>(file: string, columns: readonly Column[]): Row<Column>[] {
  return parseRows(readFileSync(join(DATA_FOLDER, file), 'utf8'), columns)
}

/** Text of a CSV cell as a list: parts stand between semicolons, an empty cell is an empty list. */
export function listOf(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}

/** A CSV cell as an integer, or null when it is empty. */
export function integerOf(cell: string): number | null {
  if (cell === '') return null
  const value = Number(cell)
  if (!Number.isInteger(value)) throw new Error(`not an integer: ${cell}`)
  return value
}
