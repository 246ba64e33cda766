import { API_URL } from './client'
import { ApiError, errorOf } from './error'

/**
 * Asks as anybody would, without the session that this browser may hold: what is shown is what the public gets. Gives
 * the reply's body; throws `ApiError` for every failure.
 */
export function publicGet<Reply>(
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Reply> {
  return ask<Reply>(`${path}?${new URLSearchParams(query).toString()}`, { signal })
}

/** As `publicGet`, posts `{data: body}` and gives the reply's `data`. */
export async function publicPost<Data>(path: string, body: unknown): Promise<Data> {
  const headers = { 'content-type': 'application/json' }
  const reply = await ask<{ data: Data }>(path, { method: 'POST', headers, body: JSON.stringify({ data: body }) })
  return reply.data
}

async function ask<Reply>(address: string, init: RequestInit): Promise<Reply> {
  const headers = { accept: 'application/json', ...init.headers }
  const response = await fetch(API_URL + address, { ...init, credentials: 'omit', headers }).catch((cause: unknown) => {
    if (init.signal?.aborted === true) throw cause
    throw new ApiError(0, 'network')
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw errorOf(response.status, body)
  return body as Reply
}
