/** A sign that is as wide as a digit, so that columns of figures stand straight. */
const MINUS = '\u2212'

/** What came or went, with its sign: `+5`, `−20`, `0`. */
export function signed(points: number): string {
  if (points === 0) return '0'
  return points > 0 ? `+${grouped(points)}` : MINUS + grouped(-points)
}

/** A number of points with its thousands apart: `12,345`; below zero with a true minus. */
export function grouped(points: number): string {
  const digits = String(Math.abs(points)).replace(/\B(?=(\d{3})+$)/g, ',')
  return points < 0 ? MINUS + digits : digits
}

/** Fen as yuan with two places: `12.50`. */
export function yuanOf(fen: number): string {
  const cents = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? MINUS : ''}${grouped(Math.floor(Math.abs(fen) / 100))}.${cents}`
}
