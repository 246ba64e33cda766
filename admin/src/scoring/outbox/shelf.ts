import { queryOptions } from '@tanstack/react-query'
import { ApiError } from '../../api/error'
import { database } from './database'

/** What was put on the shelf of this device under a name; undefined for nothing, or where the browser keeps nothing. */
export async function takeFromShelf(name: string): Promise<unknown> {
  try {
    return await (await database()).get('shelf', name)
  } catch {
    return undefined
  }
}

/** Puts something on the shelf. A full or forbidden storage must not stop anybody from working online. */
export async function putOnShelf(name: string, value: unknown): Promise<void> {
  try {
    await (await database()).put('shelf', value, name)
  } catch {
    // As above.
  }
}

/** Takes it off. */
export async function clearShelf(name: string): Promise<void> {
  try {
    await (await database()).delete('shelf', name)
  } catch {
    // As above.
  }
}

const STALE_MS = 300_000

/**
 * A list that is needed where there is no line: read from the server when there is one and put on the shelf, else taken
 * from the shelf. `name` tells apart whose it is. Only a missing line counts: a refusal is shown as one.
 */
export function shelvedQuery<Data>(name: string, load: () => Promise<Data>) {
  return queryOptions({
    queryKey: ['points', 'shelf', name],
    queryFn: async () => {
      try {
        const data = await load()
        await putOnShelf(name, data)
        return data
      } catch (cause) {
        if (!(cause instanceof ApiError) || cause.status !== 0) throw cause
        const kept = await takeFromShelf(name)
        if (kept === undefined) throw cause
        return kept as Data
      }
    },
    networkMode: 'always',
    refetchOnReconnect: true,
    staleTime: STALE_MS,
    gcTime: Infinity,
    retry: false,
  })
}
