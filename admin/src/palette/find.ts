import { normalised } from '../scoring/card-search/rank'

/** A page that the palette leads to. */
export interface PageChoice {
  name: string
  label: string
  /** What a fast hand types for it: pinyin initials, or the first letters of its words. */
  initials: string
  to: string
}

/** What to ask the server for, by what was typed; null where the text cannot mean it. */
export interface Wish {
  /** A part of an order's number. */
  order: string | null
  card: { column: 'number' | 'holder' | 'initials'; operator: '$contains' | '$startsWith'; value: string } | null
  /** A part of a household's name. */
  household: string | null
}

/** Fewer figures fit too much. */
const FIGURES_MIN = 3
const INITIALS_MIN = 2

const EXACT = 0
const BEGINS = 1
const WITHIN = 2
const NOT_AT_ALL = 9

function fit({ label, initials, name }: PageChoice, asked: string): number {
  const words = [normalised(label), initials, name]
  if (words.includes(asked)) return EXACT
  if (words.some((word) => word.startsWith(asked))) return BEGINS
  return normalised(label).includes(asked) ? WITHIN : NOT_AT_ALL
}

/** The pages that fit a text, the best first; all of them, in their own order, for none. */
export function rankPages(pages: readonly PageChoice[], text: string): PageChoice[] {
  const asked = normalised(text)
  if (asked === '') return [...pages]
  return pages
    .map((page) => ({ page, fit: fit(page, asked) }))
    .filter((one) => one.fit < NOT_AT_ALL)
    .sort((one, other) => one.fit - other.fit)
    .map(({ page }) => page)
}

/** Figures are numbers of orders and cards, letters are initials of names, everything else is a name. */
export function wishOf(text: string): Wish {
  const asked = normalised(text)
  if (/^[\d-]+$/.test(asked)) {
    if (asked.length < FIGURES_MIN) return { order: null, card: null, household: null }
    return { order: asked, card: { column: 'number', operator: '$startsWith', value: asked }, household: null }
  }
  if (/^[a-z]+$/.test(asked)) {
    const isLong = asked.length >= INITIALS_MIN
    return {
      order: null,
      card: isLong ? { column: 'initials', operator: '$startsWith', value: asked } : null,
      household: null,
    }
  }
  if (asked === '') return { order: null, card: null, household: null }
  return { order: null, card: { column: 'holder', operator: '$contains', value: asked }, household: asked }
}
