/** Two columns of five. */
export const CARDS_PER_SHEET = 10

/** Cards by the sheet that they are printed on. */
export function sheetsOf<Card>(cards: readonly Card[]): Card[][] {
  const count = Math.ceil(cards.length / CARDS_PER_SHEET)
  return Array.from({ length: count }, (_, index) =>
    cards.slice(index * CARDS_PER_SHEET, (index + 1) * CARDS_PER_SHEET),
  )
}
