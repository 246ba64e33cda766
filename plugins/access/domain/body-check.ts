import { invalid, parseBody, type Result } from '@practice/kernel'
import { z } from 'zod'
import { problem } from './asked'
import { attributeOf, type Model } from './model'

const Columns = z.record(z.string(), z.unknown())

/** What the server keeps itself: whoever sends it has not read the contract, or means to forge it. */
const SERVER_OWNED: ReadonlySet<string> = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt'])

/**
 * The columns that the body of a write of master data gives: it is `{data: {…}}` with nothing beside it, no deeper
 * than anybody's form, and its keys are attributes of the type that a client may write.
 */
export function checkBody(model: Model, body: unknown): Result<Record<string, unknown>, 'invalid'> {
  const parsed = parseBody(Columns, body)
  if (!parsed.ok) return parsed
  const strange = Object.keys(parsed.value).filter(
    (name) => SERVER_OWNED.has(name) || attributeOf(model, name) === null,
  )
  if (strange.length === 0) return parsed
  return invalid(
    strange.map((name) => problem([name], `Unrecognized key: ${JSON.stringify(name)}`, 'unrecognized_key')),
  )
}
