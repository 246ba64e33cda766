// The default export, because the console bundles this package for browsers, where the module is an empty stand-in.
import crypto from 'node:crypto'
import { ok, refuse, type Result } from './result'

/** Between 8 and 128 visible ASCII characters, as the `Idempotency-Key` header carries them. */
const KEY_SHAPE = /^[\x21-\x7e]{8,128}$/

/** Whether a header's value can serve as an idempotency key. */
export function isIdempotencyKey(key: unknown): key is string {
  return typeof key === 'string' && KEY_SHAPE.test(key)
}

/**
 * JSON in one canonical form: keys sorted, members that are `undefined` left out as JSON leaves them out. Two inputs that mean the
 * same give the same text, in whatever order a client wrote their keys.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (value instanceof Date) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** The SHA-256 of an input's canonical JSON, in hex: what is kept beside a key to tell a repetition from a reuse. */
export function inputHash(input: unknown): string {
  return crypto.createHash('sha256').update(canonicalJson(input)).digest('hex')
}

/**
 * What a request with a key is: `fresh` when the key is not `known` yet, `replay` when it came with the same input,
 * and refused as `key_reused` when it came with another.
 */
export function decideIdempotency(
  known: { readonly inputHash: string } | null,
  hash: string,
): Result<'fresh' | 'replay', 'key_reused'> {
  if (known === null) return ok('fresh')
  return known.inputHash === hash ? ok('replay') : refuse('key_reused')
}
