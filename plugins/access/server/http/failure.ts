import type { InputError } from '@practice/kernel'

const NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
  500: 'InternalServerError',
}

const CODES: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'role_not_allowed',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'too_large',
  422: 'refused',
  429: 'throttled',
  500: 'internal',
}

/** What a failure says, before it is put into the contract's form. */
export interface Failure {
  status: number
  message: string
  details: Readonly<Record<string, unknown>>
}

/** The contract's body of a failure, with a code in its details and, where fields are wrong, their paths. */
export function bodyOf({ status, message, details }: Failure) {
  const { key, path, source: _source, param, ...others } = details
  const code = typeof details.code === 'string' ? details.code : (CODES[status] ?? 'internal')
  const found = inputErrorsIn(details.errors) ?? namedKey({ key, path, param }, message)
  return {
    data: null,
    error: {
      status,
      name: NAMES[status] ?? 'Error',
      message,
      details: { ...others, ...(found === null ? {} : { errors: found }), code },
    },
  }
}

/** A failure from whatever was thrown; anything that is not meant for a client's eyes becomes a bare 500. */
export function failureOfError(error: unknown): Failure {
  if (!(error instanceof Error)) return INTERNAL
  const { name, message } = error
  const details = isObject('details' in error ? error.details : null)
  if (isDatabaseInputError(error)) return { status: 400, message: 'A value does not fit its column', details: {} }
  if (isDecodingError(error)) return { status: 400, message: 'The body is not what Content-Encoding says', details: {} }
  const status = statusOf(error, name)
  return status >= 500 ? INTERNAL : { status, message, details }
}

const INTERNAL: Failure = { status: 500, message: 'Internal Server Error', details: {} }

const STATUS_OF_NAME: Readonly<Record<string, number>> = {
  ValidationError: 400,
  YupValidationError: 400,
  PaginationError: 400,
  ApplicationError: 400,
  UnauthorizedError: 401,
  ForbiddenError: 403,
  PolicyError: 403,
  NotFoundError: 404,
  PayloadTooLargeError: 413,
  RateLimitError: 429,
}

function statusOf(error: Error, name: string): number {
  for (const property of ['status', 'statusCode', 'httpCode'] as const) {
    const value: unknown = Reflect.get(error, property)
    if (typeof value === 'number' && value >= 400 && value < 600) return value === 415 ? 400 : value
  }
  return STATUS_OF_NAME[name] ?? 500
}

/** PostgreSQL's class 22 is "data exception": a number out of range, a character it cannot hold, a malformed value. */
function isDatabaseInputError(error: Error): boolean {
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)
}

/** What zlib says of a body that is not compressed as its header promises. */
function isDecodingError(error: Error): boolean {
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && /^(Z_(DATA|BUF)_ERROR$|ERR__ERROR_FORMAT_)/.test(code)
}

function inputErrorsIn(errors: unknown): InputError[] | null {
  if (!Array.isArray(errors)) return null
  return errors.map((item: unknown) => {
    const { path, message, code, name } = isObject(item)
    return {
      path: Array.isArray(path) ? path.map(String) : typeof path === 'string' && path !== '' ? path.split('.') : [],
      message: typeof message === 'string' ? message : 'Invalid',
      code: typeof code === 'string' ? code : typeof name === 'string' ? name : 'invalid',
    }
  })
}

/** Strapi's "Invalid key" says which in details of its own. */
function namedKey(at: { key: unknown; path: unknown; param: unknown }, message: string): InputError[] | null {
  if (typeof at.key !== 'string') return null
  const inner = typeof at.path === 'string' && at.path !== '' ? at.path.split('.') : [at.key]
  const outer = typeof at.param === 'string' && at.param !== at.key ? [at.param] : []
  return [{ path: [...outer, ...inner], message, code: 'invalid_key' }]
}

function isObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
