/** Where pages are left out. */
export type Shown = number | 'gap'

const AROUND = 1
const ALL_MOST = 7

/** The pages that a pager names: the first, the last, those around the open one; a gap never hides a single page. */
export function pagesShown(current: number, last: number): Shown[] {
  if (last <= ALL_MOST) return Array.from({ length: last }, (_, index) => index + 1)
  const from = Math.max(1, Math.min(current - AROUND, last - 2 * AROUND - 2))
  const to = Math.min(last, Math.max(current + AROUND, 2 * AROUND + 3))
  const middle = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return [...before(from), ...middle, ...after(to, last)]
}

function before(from: number): Shown[] {
  if (from <= 3) return Array.from({ length: from - 1 }, (_, index) => index + 1)
  return [1, 'gap']
}

function after(to: number, last: number): Shown[] {
  if (to >= last - 2) return Array.from({ length: last - to }, (_, index) => to + 1 + index)
  return ['gap', last]
}
