import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './error'

const RETRIES = 2

/** A refusal stays one however often one asks; only what may pass by itself (no network, a busy server) is tried again. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500
}

/** The cache of one signed-in person; a new login begins with an empty one. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (count, error) => count < RETRIES && mayPass(error) },
      mutations: { retry: false },
    },
  })
}
