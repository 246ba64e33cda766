/** The papers that a receipt is printed on: rolls of two widths, and a sheet. */
export const PAPERS = ['58', '80', 'a4'] as const
export type Paper = (typeof PAPERS)[number]

const STORED = 'practice.paper'
const MM_PER_PX = 25.4 / 96
/** A roll is cut a little below the last line. */
const CUT_MM = 6

/** The paper that was used last on this device. */
export function lastPaper(): Paper {
  const stored = localStorage.getItem(STORED)
  return PAPERS.find((paper) => paper === stored) ?? '58'
}

/** Remembers it. */
export function keepPaper(paper: Paper): void {
  localStorage.setItem(STORED, paper)
}

/** The width of what is drawn, any CSS length. */
export function widthOf(paper: Paper): string {
  return paper === 'a4' ? '120mm' : `${paper}mm`
}

/** The page to print on: a roll as long as the receipt is, `heightPx` on the screen. */
export function pageRule(paper: Paper, heightPx: number): string {
  if (paper === 'a4') return '@page { size: A4; margin: 20mm; }'
  return `@page { size: ${paper}mm ${Math.ceil(heightPx * MM_PER_PX) + CUT_MM}mm; margin: 0; }`
}
