import type { InputError, RefusalStatus } from '@practice/kernel'
import { errors } from '@strapi/utils'

/**
 * A refusal thrown out of Strapi's depths (a document middleware, the query builder), where no result can be returned.
 * It is no `ForbiddenError`, because Strapi's router swallows the details of those.
 */
export class RefusedError extends errors.ApplicationError<'RefusedError', string, Record<string, unknown>> {
  constructor(
    readonly status: RefusalStatus,
    code: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, { ...details, code })
    this.name = 'RefusedError'
  }
}

/** 404: not there, or not yours to see. */
export function notFound(path: readonly string[] = []): RefusedError {
  return new RefusedError(
    404,
    'not_found',
    path.length === 0 ? {} : { errors: [errorAt(path, 'Not found', 'not_found')] },
  )
}

/** 403: there, and not yours to do. */
export function forbidden(code: string, path: readonly string[] = []): RefusedError {
  return new RefusedError(403, code, path.length === 0 ? {} : { errors: [errorAt(path, 'Not yours to write', code)] })
}

/** 400 that names what is wrong. */
export function malformed(...found: InputError[]): RefusedError {
  return new RefusedError(400, 'invalid', { errors: found })
}

/** One thing wrong with an input, and where. */
export function errorAt(path: readonly string[], message: string, code: string): InputError {
  return { path: [...path], message, code }
}
