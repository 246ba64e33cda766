/** Messages by field: `requester.phone` → what is wrong with it. */
export type FieldErrors = Readonly<Record<string, string[]>>

interface FailureBody {
  error?: { message?: unknown; details?: Record<string, unknown> & { code?: unknown; errors?: unknown } } | null
}

/**
 * A request that was not carried out. `status` is the HTTP status (0: the server was not reached), `code` the refusal's
 * code, `details` the figures behind it, `fields` what is wrong where. It has the shape that Refine expects of errors.
 */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly fields: FieldErrors = {},
    message: string = code,
  ) {
    super(message)
    this.name = 'ApiError'
  }

  /** Refine's name for `status`. */
  get statusCode(): number {
    return this.status
  }

  /** Refine's name for `fields`. */
  get errors(): Record<string, string[]> {
    return { ...this.fields }
  }
}

/** Codes for failures that name none themselves. */
const CODE_BY_STATUS: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  422: 'refused',
  429: 'too_often',
}

/** The error that a failed reply stands for. `body` may be anything, also nothing or HTML of a proxy. */
export function errorOf(status: number, body: unknown): ApiError {
  const error = (typeof body === 'object' && body !== null ? (body as FailureBody).error : null) ?? {}
  const details = error.details ?? {}
  const code = typeof details.code === 'string' ? details.code : (CODE_BY_STATUS[status] ?? 'server')
  const message = typeof error.message === 'string' ? error.message : code
  return new ApiError(status, code, details, fieldsOf(details.errors), message)
}

/** Strapi's `[{path, message}]` by dotted path, without the `data` that wraps every body. */
function fieldsOf(errors: unknown): FieldErrors {
  if (!Array.isArray(errors)) return {}
  const fields: Record<string, string[]> = {}
  for (const entry of errors as { path?: unknown; message?: unknown }[]) {
    const steps = (Array.isArray(entry.path) ? entry.path : [entry.path]).map(String)
    const path = (steps[0] === 'data' ? steps.slice(1) : steps).join('.')
    if (typeof entry.message === 'string') (fields[path] ??= []).push(entry.message)
  }
  return fields
}
