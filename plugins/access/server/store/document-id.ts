import { randomInt } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 24

/** A documentId of the shape that Strapi gives its own: 24 of a-z and 0-9, the first a letter. */
export function newDocumentId(): string {
  return Array.from({ length: LENGTH }, (_, index) => ALPHABET[randomInt(index === 0 ? 26 : ALPHABET.length)]).join('')
}
