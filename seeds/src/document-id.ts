import { createHash } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 24
const LETTERS = 26

/**
 * The documentId that a seeded thing always has: of the shape that Strapi gives its own (24 of a-z and 0-9, the first
 * a letter), decided by its kind and code, so that things without a code of their own are found again too.
 */
export function documentIdOf(kind: string, code: string): string {
  const bytes = createHash('sha256').update(`${kind}:${code}`).digest()
  return Array.from(
    { length: LENGTH },
    (_, at) => ALPHABET[(bytes[at] ?? 0) % (at === 0 ? LETTERS : ALPHABET.length)],
  ).join('')
}
