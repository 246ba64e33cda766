import { holdsBrokenText, type Instant } from '@practice/kernel'
import { dayOfCell, dayText, integerOfCell, textOf, type Cell } from './import-cells'
import { indexOf, type ImportIndex, type ImportLookups } from './import-lookups'
import {
  COLUMN_OF_REFUSAL,
  faultAt,
  readHeader,
  SHEET_COLUMNS,
  type ImportFault,
  type ImportFaultCode,
  type ImportSheet,
  type SheetColumn,
  type SheetHead,
} from './import-sheet'
import { checkOccurred } from './recording'
import type { RecordingRefusal } from './refusals'
import type { SourceType } from './vocabulary'

const QUANTITY_MAX = 100
const NOTE_MAX = 500

/** A line without faults, to be recorded. */
export interface ImportLine {
  row: number
  /** A card's number. */
  card: string
  /** A rule's code. */
  rule: string
  quantity: number
  occurredAt: Instant
  note: string | null
  source: { type: SourceType; documentId: string } | null
}

/** What a sheet holds. */
export interface ImportReading {
  /** Rows that are not empty. */
  count: number
  lines: ImportLine[]
  /** In the order of the sheet. */
  faults: ImportFault[]
  /** The faults that these refusals of recording are, beside their column. */
  faultOf(row: number, code: RecordingRefusal, details: ImportFault['details']): ImportFault
}

/** Reads a sheet: every sound line, and every fault of the others. */
export function readImport(sheet: ImportSheet, lookups: ImportLookups, now: Instant): ImportReading {
  const head = readHeader(sheet)
  const faultOf = (row: number, code: RecordingRefusal, details: ImportFault['details']) =>
    faultAt(head, row, COLUMN_OF_REFUSAL[code] ?? 'card', code, details)
  const rows = sheet.rows.filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
  if (head.faults.length > 0) return { count: rows.length, lines: [], faults: head.faults, faultOf }
  if (rows.length === 0) {
    const faults = [faultAt(head, sheet.header.row + 1, 'card', 'no_lines', {})]
    return { count: 0, lines: [], faults, faultOf }
  }
  const index = indexOf(lookups)
  const seen = new Map<string, number>()
  const lines: ImportLine[] = []
  const faults: ImportFault[] = []
  for (const { row, cells } of rows) {
    const read = readLine({ head, row, cells, index, now })
    const fault = (column: SheetColumn, code: ImportFaultCode, details: ImportFault['details']) =>
      faults.push(faultAt(head, row, column, code, details))
    for (const { column, code, details } of read.faults) fault(column, code, details)
    if (read.line === null) continue
    const first = seen.get(sameness(read.line))
    if (first === undefined) {
      seen.set(sameness(read.line), row)
      lines.push(read.line)
    } else {
      fault('card', 'duplicate_line', { row: first })
    }
  }
  return { count: rows.length, lines, faults, faultOf }
}

/** Two lines that say the same deed of the same card on the same day are one, entered twice; a note tells deeds apart. */
function sameness({ card, rule, occurredAt, note, source }: ImportLine): string {
  return JSON.stringify([card, rule, occurredAt, note, source?.documentId ?? null])
}

interface LineReading {
  head: SheetHead
  row: number
  cells: readonly Cell[]
  index: ImportIndex
  now: Instant
}

interface LineFault {
  column: SheetColumn
  code: ImportFaultCode
  details: ImportFault['details']
}

function readLine({ head, row, cells, index, now }: LineReading): { line: ImportLine | null; faults: LineFault[] } {
  const faults: LineFault[] = []
  const cellOf = (column: SheetColumn): Cell => cells[head.at.get(column)?.index ?? -1]
  const fault = (column: SheetColumn, code: ImportFaultCode, details: ImportFault['details'] = {}): null => {
    faults.push({ column, code, details })
    return null
  }
  for (const column of SHEET_COLUMNS) if (holdsBrokenText(textOf(cellOf(column)))) fault(column, 'text_invalid')
  const card = readCard(textOf(cellOf('card')), textOf(cellOf('holder')), index, fault)
  const rule = readRule(textOf(cellOf('rule')), index, fault)
  const quantity = readQuantity(cellOf('quantity'), fault)
  const occurredAt = readDay(cellOf('occurredOn'), now, fault)
  const note = textOf(cellOf('note'))
  if (note.length > NOTE_MAX) fault('note', 'note_too_long', { length: note.length, most: NOTE_MAX })
  const sourceText = textOf(cellOf('source'))
  const source = sourceText === '' ? null : (index.sources.get(sourceText) ?? null)
  if (sourceText !== '' && source === null) fault('source', 'source_unknown', { source: sourceText })
  if (faults.length > 0 || card === null || rule === null || quantity === null || occurredAt === null) {
    return { line: null, faults }
  }
  return { line: { row, card, rule, quantity, occurredAt, note: note === '' ? null : note, source }, faults }
}

type AtFault = (column: SheetColumn, code: ImportFaultCode, details?: ImportFault['details']) => null

/** By number, by holder's name, or by both when they agree. */
function readCard(number: string, holder: string, index: ImportIndex, fault: AtFault): string | null {
  if (number !== '') {
    const known = index.cards.get(number)
    if (known === undefined) return fault('card', 'card_unknown', { card: number })
    const theirs = index.holders.get(known)
    return holder === '' || holder === theirs
      ? known
      : fault('holder', 'holder_differs', { card: known, holder: theirs })
  }
  if (holder === '') return fault('card', 'card_missing')
  const [first, ...more] = index.numbers.get(holder) ?? []
  if (first === undefined) return fault('holder', 'holder_unknown', { holder })
  return more.length === 0 ? first : fault('holder', 'holder_ambiguous', { holder, cards: [first, ...more] })
}

/** By code or by name. */
function readRule(text: string, index: ImportIndex, fault: AtFault): string | null {
  if (text === '') return fault('rule', 'rule_missing')
  const [first, ...more] = index.rules.get(text) ?? index.rules.get(text.toUpperCase()) ?? []
  if (first === undefined) return fault('rule', 'rule_unknown', { rule: text })
  return more.length === 0 ? first : fault('rule', 'rule_ambiguous', { rule: text, rules: [first, ...more] })
}

function readQuantity(cell: Cell, fault: AtFault): number | null {
  if (textOf(cell) === '') return 1
  const quantity = integerOfCell(cell)
  if (quantity !== null && quantity >= 1 && quantity <= QUANTITY_MAX) return quantity
  return fault('quantity', 'quantity_invalid', { quantity: textOf(cell), least: 1, most: QUANTITY_MAX })
}

function readDay(cell: Cell, now: Instant, fault: AtFault): Instant | null {
  if (textOf(cell) === '') return fault('occurredOn', 'date_missing')
  const day = dayOfCell(cell, now)
  if (day === null) return fault('occurredOn', 'date_unreadable', { date: textOf(cell) })
  const timely = checkOccurred(day, now)
  return timely.ok ? day : fault('occurredOn', timely.code, { day: dayText(day) })
}
