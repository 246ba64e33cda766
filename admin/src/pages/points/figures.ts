import type { PointsSummary, Theme } from '@practice/scoring/contracts'
import { THEMES } from '../../scoring/words/lists'

/** A month of the chart; every month between the first and the last has one. */
export interface MonthFigures {
  /** `2026-11`. */
  month: string
  issued: number
  redeemed: number
  lapsed: number
}

/** A theme of the chart, with its part of all that was issued. */
export interface ThemeFigures {
  theme: Theme
  issued: number
  records: number
  /** 0 to 100. */
  percent: number
}

/** How much of a budget is used. `limit` is near from nine tenths on, and reached at the whole. */
export interface BudgetUse {
  points: number
  used: number
  left: number
  /** 0 to 100, for a bar. */
  percent: number
  limit: 'far' | 'near' | 'reached'
}

const NEAR_PERCENT = 90

/** The month after `2026-12` is `2027-01`. */
function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/**
 * Months in their order from the first in which anything moved. Later ones without anything are included: a gap would
 * read as if time had been shorter.
 */
export function monthsOf(byMonth: PointsSummary['byMonth']): MonthFigures[] {
  const sorted = [...byMonth].sort((one, other) => one.month.localeCompare(other.month))
  const months: MonthFigures[] = []
  for (const figures of sorted) {
    const last = months.at(-1)
    for (let month = monthAfter(last?.month ?? figures.month); last && month < figures.month; month = monthAfter(month))
      months.push({ month, issued: 0, redeemed: 0, lapsed: 0 })
    months.push(figures)
  }
  const first = months.findIndex(({ issued, redeemed, lapsed }) => issued !== 0 || redeemed !== 0 || lapsed !== 0)
  return first === -1 ? [] : months.slice(first)
}

/** All six themes in the order of the article, those without points included. */
export function themesOf(byTheme: PointsSummary['byTheme']): ThemeFigures[] {
  const all = byTheme.reduce((sum, { issued }) => sum + Math.max(0, issued), 0)
  return THEMES.map((theme) => {
    const { issued = 0, records = 0 } = byTheme.find((figures) => figures.theme === theme) ?? {}
    return { theme, issued, records, percent: all === 0 ? 0 : Math.round((Math.max(0, issued) / all) * 100) }
  })
}

/** The use of a budget, or null without one. */
export function budgetUseOf(budget: PointsSummary['budget']): BudgetUse | null {
  if (budget === null) return null
  const { points, used } = budget
  const percent = points === 0 ? 100 : Math.min(100, Math.round((used / points) * 100))
  const limit = used >= points ? 'reached' : percent >= NEAR_PERCENT ? 'near' : 'far'
  return { points, used, left: Math.max(0, points - used), percent, limit }
}

/** Whether anything has happened with points at all: a site that has not begun is told how to. */
export function hasBegun({ issued, redeemed, outstanding, pending, cards }: PointsSummary): boolean {
  return [issued, redeemed, outstanding, pending, cards].some((figure) => figure !== 0)
}
