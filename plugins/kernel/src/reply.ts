import type { Refusal, Result } from './result'

/** The statuses that a refusal may have (contract.md). */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429

const NAMES: Readonly<Record<RefusalStatus, string>> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
}

/** The part of a Koa context that a reply is written to. */
export interface Replying {
  status: number
  body: unknown
}

/** The contract's failure: `{data: null, error: {status, name, message, details: {code, …}}}`. */
export function failureOf(status: RefusalStatus, refusal: Omit<Refusal, 'ok'>) {
  return {
    data: null,
    error: { status, name: NAMES[status], message: refusal.code, details: { ...refusal.details, code: refusal.code } },
  }
}

/** Writes a refusal with the status that `statuses` gives its code. */
export function replyRefusal<Code extends string>(
  ctx: Replying,
  refusal: Refusal<Code>,
  statuses: Readonly<Record<Code, RefusalStatus>>,
): void {
  const status = statuses[refusal.code]
  ctx.status = status
  ctx.body = failureOf(status, refusal)
}

/** Writes a result: `{data, meta}` with `success` (200 unless told), or the refusal. */
export function reply<Value, Code extends string>(
  ctx: Replying,
  result: Result<Value, Code>,
  statuses: Readonly<Record<Code, RefusalStatus>>,
  success: { status?: 200 | 201; meta?: Readonly<Record<string, unknown>> } = {},
): void {
  if (!result.ok) {
    replyRefusal(ctx, result, statuses)
    return
  }
  ctx.status = success.status ?? 200
  ctx.body = { data: result.value, meta: success.meta ?? {} }
}
