import { queryOptions, useQuery } from '@tanstack/react-query'
import { loadMe } from '../api/access'
import { shelved } from '../scoring/outbox/shelf'
import { currentAccount } from '../session/session'

const STALE_MS = 60_000

/** Who is signed in; without a line, as this device last knew it. */
export function useMeQuery() {
  return useQuery(
    queryOptions({
      queryKey: ['access', 'me'],
      queryFn: () => shelved(`me.${currentAccount() ?? ''}`, loadMe),
      networkMode: 'always',
      staleTime: STALE_MS,
    }),
  )
}
