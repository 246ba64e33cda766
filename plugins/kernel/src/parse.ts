import type { z } from 'zod'
import { ok, refuse, type Refusal, type Result } from './result'

/** One thing that is wrong with a request, in Strapi's shape, so that a form can put it beside its field. */
export interface InputError {
  /** From the outside in; paths of a body begin within its `data`. */
  path: string[]
  message: string
  code: string
}

const ERRORS_MAX = 50

/** JSON nested deeper than this is nobody's form, and a stack that overflows would be a 500. */
const DEPTH_MAX = 32

/** A refusal of a malformed request: a 400 whose `details.errors` name what is wrong. */
export function invalid(errors: readonly InputError[]): Refusal<'invalid'> {
  return refuse('invalid', { errors: errors.slice(0, ERRORS_MAX) })
}

/**
 * The errors of a zod parse, an unknown key as an error of its own with its path, all below `prefix`. Of several forms
 * that a value may have, those of the one that it comes nearest to, since an error that names no field helps no form.
 */
export function inputErrorsOf({ issues }: Pick<z.ZodError, 'issues'>, prefix: readonly string[] = []): InputError[] {
  return issues.flatMap((issue): InputError[] => {
    const path = [...prefix, ...issue.path.map(String)]
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const forms = issue.errors.map((within) => inputErrorsOf({ issues: within }, path))
      return forms.reduce((nearest, form) => (form.length < nearest.length ? form : nearest))
    }
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message, code: issue.code }]
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `Unrecognized key: ${JSON.stringify(key)}`,
      code: 'unrecognized_key',
    }))
  })
}

/** A value by its schema, or a refusal with what is wrong and where. The schema says itself that it is strict. */
export function parseValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  prefix: readonly string[] = [],
): Result<z.output<Schema>, 'invalid'> {
  if (isDeeperThan(value, DEPTH_MAX)) {
    return invalid([{ path: [...prefix], message: `Nested deeper than ${DEPTH_MAX}`, code: 'too_deep' }])
  }
  if (holdsBrokenText(value)) {
    return invalid([{ path: [...prefix], message: 'Must not hold NUL or half characters', code: 'broken_text' }])
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? ok(parsed.data) : invalid(inputErrorsOf(parsed.error, prefix))
}

/** A request's body, `{data: …}` and nothing beside it, with `data` by its schema. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Result<z.output<Schema>, 'invalid'> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return invalid([{ path: [], message: 'The body must be {"data": …}', code: 'invalid_type' }])
  }
  const errors = Object.keys(body)
    .filter((key) => key !== 'data')
    .map((key) => ({ path: [key], message: `Unrecognized key: ${JSON.stringify(key)}`, code: 'unrecognized_key' }))
  if (!('data' in body)) errors.unshift({ path: ['data'], message: 'Required', code: 'invalid_type' })
  return errors.length > 0 || !('data' in body) ? invalid(errors) : parseValue(schema, body.data)
}

/** Walks without recursion, since it is there to keep recursion safe. */
function isDeeperThan(value: unknown, depthMax: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthMax) return true
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? (Object.values(item) as unknown[]) : [],
    )
  }
  return false
}

/** NUL, and halves of surrogate pairs: JSON can carry them, PostgreSQL refuses to keep them. */
const BROKEN = /[\0\p{Surrogate}]/u

/** Whether a text or a key anywhere within is one that PostgreSQL cannot keep. Not for endless depth. */
export function holdsBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return BROKEN.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, member]) => BROKEN.test(key) || holdsBrokenText(member))
}
