import type { Goods } from '@practice/scoring/contracts'

/** What was typed as counted, by the goods' code; goods that are not named were not counted. */
export type Counted = Readonly<Record<string, number>>

/** A line of a stocktake before it is sent. */
export interface CountedLine {
  goods: string
  name: string
  unit: string
  booked: number
  counted: number
  /** Counted less booked. */
  difference: number
}

/** The contract's most. */
const COUNTED_MAX = 1_000_000

/** A field's text as a count; null when it is empty or no count. */
export function countOf(text: string): number | null {
  const digits = text.trim()
  if (!/^\d{1,7}$/.test(digits)) return null
  const count = Number(digits)
  return count <= COUNTED_MAX ? count : null
}

/** What was counted, in the order of the shelf. What the shop no longer has is left out. */
export function countedLines(goods: readonly Goods[], counted: Counted): CountedLine[] {
  return goods.flatMap(({ code, name, unit, stock }) => {
    const count = counted[code]
    if (count === undefined) return []
    return [{ goods: code, name, unit, booked: stock, counted: count, difference: count - stock }]
  })
}

/** Whether what a browser kept is a count. */
export function isCounted(value: unknown): value is Counted {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((count) => Number.isInteger(count) && Number(count) >= 0)
  )
}
