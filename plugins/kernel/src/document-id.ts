// The default export, because the console bundles this package for browsers, where the module is an empty stand-in.
import crypto from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 24

/** A documentId of the shape that Strapi gives its own: 24 of a-z and 0-9, the first a letter. */
export function newDocumentId(): string {
  return Array.from({ length: LENGTH }, (_, at) => ALPHABET[crypto.randomInt(at === 0 ? 26 : ALPHABET.length)]).join('')
}
