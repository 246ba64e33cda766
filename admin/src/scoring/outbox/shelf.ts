import { queryOptions } from '@tanstack/react-query'
import { ApiError } from '../../api/error'
import { currentToken } from '../../session/session'
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

const DRAFT = 'draft.'

/** The name of something that is being written. */
export function draftName(what: string, username: string): string {
  return `${DRAFT}${what}.${username}`
}

/** Takes off what was read in somebody's name, when they leave. What they were writing stays for when they come back. */
export async function clearRead(): Promise<void> {
  try {
    const transaction = (await database()).transaction('shelf', 'readwrite')
    const names = await transaction.store.getAllKeys()
    await Promise.all(names.filter((name) => !name.startsWith(DRAFT)).map((name) => transaction.store.delete(name)))
    await transaction.done
  } catch {
    // As above.
  }
}

/** Reads from the server and puts it on the shelf, or takes from there what was read when there was a line. */
export async function shelved<Data>(name: string, load: () => Promise<Data>): Promise<Data> {
  try {
    const data = await load()
    if (currentToken() !== null) await putOnShelf(name, data)
    return data
  } catch (cause) {
    if (!(cause instanceof ApiError) || cause.status !== 0) throw cause
    const kept = await takeFromShelf(name)
    if (kept === undefined) throw cause
    return kept as Data
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
    queryFn: () => shelved(name, load),
    networkMode: 'always',
    refetchOnReconnect: true,
    staleTime: STALE_MS,
    gcTime: Infinity,
    retry: false,
  })
}
