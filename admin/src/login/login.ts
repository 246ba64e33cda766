import { request } from '../api/client'
import { ApiError } from '../api/error'

/** Why a login did not succeed, as the page can say it. */
export type LoginFailure = 'wrong' | 'blocked' | 'locked' | 'network' | 'server'

/** Asks for a token (`POST /auth/local`). Throws `ApiError`. */
export async function login(identifier: string, password: string): Promise<string> {
  const { jwt } = await request<{ jwt: string }>('/auth/local', { method: 'POST', body: { identifier, password } })
  return jwt
}

/**
 * What to say about a failed login. Five failures in a row lock the account and address for a while (429); Strapi
 * answers 400 to a wrong password and also to a blocked account, which only its message tells apart.
 */
export function failureOfLogin(cause: unknown): LoginFailure {
  if (!(cause instanceof ApiError)) return 'server'
  if (cause.status === 0) return 'network'
  if (cause.status === 429) return 'locked'
  if (cause.status >= 500) return 'server'
  return /blocked/i.test(cause.message) ? 'blocked' : 'wrong'
}

/** Minutes until one may try again, when the server said so. */
export function retryMinutesOf(cause: unknown): number | null {
  if (!(cause instanceof ApiError)) return null
  const seconds = cause.details.retryAfterSeconds ?? cause.details.retryAfter
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds / 60) : null
}
