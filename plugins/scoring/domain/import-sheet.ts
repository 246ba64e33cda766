import { cellName, textOf, type Cell } from './import-cells'
import type { RecordingRefusal } from './refusals'

/** The columns of a sheet, in the order of the template (contracts/import.ts, `IMPORT_COLUMNS`). */
export type SheetColumn = 'card' | 'holder' | 'rule' | 'quantity' | 'occurredOn' | 'note' | 'source'

/** What heads each column: the template's own heading first, then others that are understood. */
export const IMPORT_HEADINGS: Readonly<Record<SheetColumn, readonly [string, ...string[]]>> = {
  card: ['积分卡号', '卡号', '积分卡'],
  holder: ['持卡人', '户主', '户主姓名', '姓名'],
  rule: ['积分事项', '事项编号', '事项', '项目'],
  quantity: ['数量', '次数', '时长', '小时'],
  occurredOn: ['发生日期', '日期', '时间'],
  note: ['事由', '说明', '备注'],
  source: ['来源编号', '来源', '订单号', '活动编号'],
}

/** The columns by name, in the order of the template. */
export const SHEET_COLUMNS = Object.keys(IMPORT_HEADINGS) as SheetColumn[]
/** What may be wrong with a sheet, by itself; a line may also have any of the refusals of recording. */
export const IMPORT_FAULTS = [
  'column_missing',
  'column_twice',
  'no_lines',
  'text_invalid',
  'card_missing',
  'card_unknown',
  'holder_unknown',
  'holder_ambiguous',
  'holder_differs',
  'rule_missing',
  'rule_unknown',
  'rule_ambiguous',
  'quantity_invalid',
  'date_missing',
  'date_unreadable',
  'occurred_in_future',
  'occurred_too_early',
  'note_too_long',
  'source_unknown',
  'duplicate_line',
] as const
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number]

/** Something wrong, where the sheet shows it. */
export interface ImportFault {
  row: number
  /** Such as `C17`; of a column that is not there, the row's first. */
  cell: string
  /** The column's heading. */
  column: string
  code: ImportFaultCode | RecordingRefusal
  details: Readonly<Record<string, unknown>>
}

/** A sheet as it was read: the heading row, and the rows below it with the numbers that the sheet shows. */
export interface ImportSheet {
  header: { row: number; cells: readonly Cell[] }
  rows: readonly { row: number; cells: readonly Cell[] }[]
}

/** Where each column of the sheet stands. */
export interface SheetHead {
  at: ReadonlyMap<SheetColumn, { index: number; heading: string }>
  faults: ImportFault[]
}

/** Finds the columns by their headings, in any order; others are left alone. */
export function readHeader({ header }: ImportSheet): SheetHead {
  const at = new Map<SheetColumn, { index: number; heading: string }>()
  const faults: ImportFault[] = []
  header.cells.forEach((cell, index) => {
    const heading = textOf(cell).replace(/[\s*]/g, '')
    const column = SHEET_COLUMNS.find((known) => IMPORT_HEADINGS[known].includes(heading))
    if (column === undefined) return
    if (!at.has(column)) at.set(column, { index, heading })
    else faults.push(wrong({ row: header.row, index, heading }, 'column_twice', { column: heading }))
  })
  const head = { at, faults }
  for (const column of ['rule', 'occurredOn'] as const) {
    if (!at.has(column)) faults.push(faultAt(head, header.row, column, 'column_missing', {}))
  }
  if (!at.has('card') && !at.has('holder')) faults.push(faultAt(head, header.row, 'card', 'column_missing', {}))
  return head
}

/** A fault beside a column of a row. */
export function faultAt(
  head: SheetHead,
  row: number,
  column: SheetColumn,
  code: ImportFault['code'],
  details: ImportFault['details'],
): ImportFault {
  // Who is found by name is also at fault by name, in sheets without numbers of cards.
  const place = head.at.get(column) ?? (column === 'card' ? head.at.get('holder') : undefined)
  const heading = place?.heading ?? IMPORT_HEADINGS[column][0]
  return wrong({ row, index: place?.index ?? 0, heading }, code, details)
}

function wrong(
  place: { row: number; index: number; heading: string },
  code: ImportFault['code'],
  details: ImportFault['details'],
): ImportFault {
  return { row: place.row, cell: cellName(place.row, place.index), column: place.heading, code, details }
}

/** Beside which column a refusal of recording stands; all others stand beside the card. */
export const COLUMN_OF_REFUSAL: Readonly<Partial<Record<RecordingRefusal, SheetColumn>>> = {
  rule_unknown: 'rule',
  rule_inactive: 'rule',
  deductions_off: 'rule',
  evidence_missing: 'rule',
  cap_reached: 'quantity',
  budget_exceeded: 'quantity',
  hours_beyond_span: 'quantity',
  occurred_in_future: 'occurredOn',
  occurred_too_early: 'occurredOn',
  source_unknown: 'source',
  source_not_archived: 'source',
  source_not_over: 'source',
  source_used: 'source',
}
