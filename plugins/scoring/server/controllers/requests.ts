import {
  invalid,
  isIdempotencyKey,
  ok,
  service,
  type Actor,
  type Instant,
  type ListQuery,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'

/** A request as Strapi's router gives it. */
export type RequestContext = Context & { params: Record<string, string | undefined> }

/** Who asks. */
export function actorOf(strapi: Core.Strapi): Actor {
  return service(strapi, 'access', 'actors').current()
}

/** When it is, by the clock of points. */
export function nowOf(strapi: Core.Strapi): Instant {
  return service(strapi, 'scoring', 'clock').now()
}

const DOCUMENT_ID = /^[a-z0-9]{1,64}$/

/** The documentId of the address; what cannot be one is no document's, and never reaches the database. */
export function documentIdOf(ctx: RequestContext): string {
  const { documentId = '' } = ctx.params
  return DOCUMENT_ID.test(documentId) ? documentId : ''
}

const CODE = /^[\x21-\x7e]{1,60}$/

/** A code of the address, by the name of its parameter; what cannot be one is nothing's code. */
export function codeOf(ctx: RequestContext, name: string): string {
  const value = ctx.params[name] ?? ''
  return CODE.test(value) ? value : ''
}

/** The `Idempotency-Key` of a request, or null when it has none; refused when it cannot be one. */
export function keyOf(ctx: RequestContext): Result<string | null, 'invalid'> {
  const header = ctx.request.headers['idempotency-key'] ?? null
  if (header === null || isIdempotencyKey(header)) return ok(header)
  return badKey('Between 8 and 128 visible ASCII characters')
}

/** The `Idempotency-Key` of a request that must have one. */
export function requiredKeyOf(ctx: RequestContext): Result<string, 'invalid'> {
  const key = keyOf(ctx)
  if (!key.ok) return key
  return key.value === null ? badKey('Required') : ok(key.value)
}

function badKey(message: string): Result<never, 'invalid'> {
  return invalid([{ path: ['Idempotency-Key'], message, code: 'invalid_key' }])
}

/** Answers a page of a list, as Strapi does; `total` is null when nobody asked for it. */
export function replyPage(
  ctx: RequestContext,
  rows: readonly unknown[],
  total: number | null,
  { page, pageSize }: Pick<ListQuery, 'page' | 'pageSize'>,
  meta: Readonly<Record<string, unknown>> = {},
): void {
  const counted = total === null ? {} : { pageCount: Math.ceil(total / pageSize), total }
  ctx.status = 200
  // As text: Koa would put an object into words twice, once to measure it.
  ctx.type = 'application/json'
  ctx.body = JSON.stringify({ data: rows, meta: { pagination: { page, pageSize, ...counted }, ...meta } })
}

/** 201 for what a request made, 200 for what the same key made before. */
export function replyMade(ctx: RequestContext, { value, fresh }: { value: unknown; fresh: boolean }): void {
  ctx.status = fresh ? 201 : 200
  ctx.body = { data: value, meta: {} }
}

/** Says in the reply's head when one may try again, where a refusal tells. */
export function sayWhen(ctx: RequestContext, result: Result<unknown, string>): void {
  const seconds = result.ok ? null : result.details['retryAfterSeconds']
  if (typeof seconds === 'number') ctx.set('Retry-After', String(seconds))
}
