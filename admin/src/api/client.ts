import { currentToken, endSession } from '../session/session'
import { ApiError, errorOf } from './error'

/** What a request may carry beside its path. */
export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON; `FormData` is sent as it is. */
  body?: unknown
  /** Makes a repeated request have no second effect; see `newIdempotencyKey`. */
  idempotencyKey?: string
  signal?: AbortSignal | undefined
}

/** Where the API lives: on the console's own origin. */
export const API_URL = '/api'

/**
 * Sends one request to `/api<path>` with the session's token and gives the reply's body. Throws `ApiError` for every
 * failure: with the refusal's code, or `network` with status 0 when no reply came. A 401 ends the session.
 */
export async function request<Reply>(path: string, options: RequestOptions = {}): Promise<Reply> {
  const response = await send(path, options)
  const body = await bodyOf(response)
  if (response.ok) return body as Reply
  if (response.status === 401 && currentToken() !== null) endSession('expired')
  throw errorOf(response.status, body)
}

/** As `request`, for replies of the contract's form `{data, meta}`: gives `data`. */
export async function requestData<Data>(path: string, options: RequestOptions = {}): Promise<Data> {
  return (await request<{ data: Data }>(path, options)).data
}

/** As `request`, for replies that are files. */
export async function requestFile(path: string, options: RequestOptions = {}): Promise<Blob> {
  const response = await send(path, options)
  if (response.ok) return response.blob()
  if (response.status === 401 && currentToken() !== null) endSession('expired')
  throw errorOf(response.status, await bodyOf(response))
}

/** Posts `{data: body}`, the form of every body of the contract, and gives the reply's `data`. */
export async function post<Data>(path: string, body: unknown, idempotencyKey?: string): Promise<Data> {
  return requestData<Data>(path, {
    method: 'POST',
    body: { data: body },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  })
}

/**
 * A key for one intention of the user. Make it when the form opens, keep it through every retry, and make a new one
 * only when the form's content becomes another request.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const token = currentToken()
  const isForm = options.body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token !== null) headers.authorization = `Bearer ${token}`
  if (options.body !== undefined && !isForm) headers['content-type'] = 'application/json'
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey
  try {
    return await fetch(API_URL + path, {
      method: options.method ?? 'GET',
      headers,
      body: isForm ? (options.body as FormData) : options.body === undefined ? null : JSON.stringify(options.body),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
  } catch (cause) {
    if (options.signal?.aborted === true) throw cause
    throw new ApiError(0, 'network')
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const text = await response.text()
  try {
    return text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
