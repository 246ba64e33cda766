import type { Tier } from './roles'

/** Half-open range on a code column: `from <= code < below`. */
export interface CodeRange {
  from: string
  below: string
}

/** District 640402, town 640402100, village 640402100207, point 640402100207-01. */
const SHAPES: readonly { tier: Tier; shape: RegExp }[] = [
  { tier: 'center', shape: /^\d{6}$/ },
  { tier: 'town', shape: /^\d{9}$/ },
  { tier: 'village', shape: /^\d{12}$/ },
  { tier: 'point', shape: /^\d{12}-\d{2}$/ },
]

const PREFIX_LENGTHS = [6, 9, 12] as const

/** The tier that the shape of a code says, or null when it is no site code. */
export function tierOf(code: string): Tier | null {
  return SHAPES.find(({ shape }) => shape.test(code))?.tier ?? null
}

/** The codes above a site, nearest first: a point's village, town and district. Empty for a district. */
export function ancestorsOf(code: string): string[] {
  return PREFIX_LENGTHS.filter((length) => length < code.length)
    .map((length) => code.slice(0, length))
    .reverse()
}

/** The site itself and the codes above it, nearest first: the order in which a setting is looked for. */
export function lineageOf(code: string): string[] {
  return [code, ...ancestorsOf(code)]
}

/** The site directly above, or null for a district. */
export function parentOf(code: string): string | null {
  return ancestorsOf(code)[0] ?? null
}

/**
 * The range that holds a site and everything below it. The bound is the next code of the same tier, so that it stays
 * digits only and sorts alike under every collation. What is no site code has an empty range: it bounds to nothing.
 */
export function rangeOf(code: string): CodeRange {
  return { from: code, below: tierOf(code) === null ? code : nextOf(code) }
}

function nextOf(code: string): string {
  const cut = code.lastIndexOf('-') + 1
  const digits = code.slice(cut)
  const next = (BigInt(digits) + 1n).toString().padStart(digits.length, '0')
  // After a village's last point, 99, comes the next village: "-100" would sort before "-99".
  return next.length > digits.length && cut > 0 ? nextOf(code.slice(0, cut - 1)) : code.slice(0, cut) + next
}

/** Whether `code` is `site` or lies below it. */
export function isWithin(code: string, site: string): boolean {
  const { from, below } = rangeOf(site)
  return code >= from && code < below
}
