import { API_URL } from './client'
import { ApiError, errorOf } from './error'

/**
 * Asks as anybody would, without the session that this browser may hold: what is shown is what the public gets. Gives
 * the reply's body; throws `ApiError` for every failure.
 */
export async function publicGet<Reply>(
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Reply> {
  const address = `${API_URL}${path}?${new URLSearchParams(query).toString()}`
  const response = await fetch(address, { signal, credentials: 'omit', headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new ApiError(0, 'network')
    },
  )
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw errorOf(response.status, body)
  return body as Reply
}
