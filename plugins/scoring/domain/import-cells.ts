import { CHINA_OFFSET_MS, DAY_MS, type Instant } from '@practice/kernel'
import { dayOf, startOfDay, yearOf } from './calendar'

/** A raw cell of a sheet, as a reader of .xlsx gives it. */
export type Cell = string | number | boolean | Date | null | undefined

/** Days of a sheet are counted from here: its day 60 is a February 29 of 1900 that never was, which no record reaches. */
const SHEET_EPOCH_MS = Date.UTC(1899, 11, 30)
/** A number of days that is not below 2000-01-01 nor above 2099-12-31: a smaller one is no date, but a slip. */
const SHEET_DAYS = { least: 36_526, most: 73_050 } as const

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const MONTH_FIRST = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/

/** A cell as text: full-width digits and letters as plain ones, without spaces around; '' for an empty one. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).normalize('NFKC').trim()
}

/**
 * The day of China that a cell names, as the instant of its midnight; null for none. A date of the sheet, its number of
 * days, `2026-11-03`, `2026/11/3`, `2026年11月3日`, or `11月3日`, which is the last such day that is not after `now`.
 */
export function dayOfCell(cell: Cell, now: Instant): Instant | null {
  // Readers give a sheet's date as the UTC instant of the same figures.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : startOfDay(cell.toISOString().slice(0, 10))
  if (typeof cell === 'number') return dayOfSheet(cell)
  const text = textOf(cell)
  const full = YEAR_FIRST.exec(text)
  if (full !== null) return startOf(Number(full[1]), Number(full[2]), Number(full[3]))
  const short = MONTH_FIRST.exec(text)
  return short === null ? null : latestOf(Number(short[1]), Number(short[2]), now)
}

function dayOfSheet(days: number): Instant | null {
  if (!(days >= SHEET_DAYS.least && days < SHEET_DAYS.most + 1)) return null
  return SHEET_EPOCH_MS + Math.floor(days) * DAY_MS - CHINA_OFFSET_MS
}

function startOf(year: number, month: number, day: number): Instant | null {
  const pad = (figure: number) => String(figure).padStart(2, '0')
  return startOfDay(`${year}-${pad(month)}-${pad(day)}`)
}

/** A February 29 is looked for further back, the rest this year or the last. */
function latestOf(month: number, day: number, now: Instant): Instant | null {
  const thisYear = yearOf(now)
  for (let year = thisYear; year >= thisYear - 8; year--) {
    const start = startOf(year, month, day)
    if (start !== null && start <= now) return start
  }
  return null
}

/** A whole number that a cell holds, also as text; null for none. */
export function integerOfCell(cell: Cell): number | null {
  const text = textOf(cell)
  return /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : null
}

/** A sheet's name of a cell: row 17, column 2 is `C17`. Columns count from 0, rows from 1. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return `${letters}${row}`
}

/** A day as a fault names it. */
export const dayText = (instant: Instant): string => dayOf(instant)
