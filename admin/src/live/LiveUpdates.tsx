import type { LiveKind } from '@practice/access/contracts'
import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { liveState, onLive, startLive, watchLive } from './connection'
import { isTouched } from './touched'

/** Changes that come within this are one for the screen; so it is asked at most once per second, however busy it is. */
const CALM_MS = 1_000
const FIRST_MS = 50

/** Keeps what is on the screen as it is on the server, while somebody is signed in. Draws nothing. */
export function LiveUpdates() {
  const client = useQueryClient()
  useEffect(() => {
    const refreshing = refresherOf(client)
    const stopHearing = onLive((message) => {
      if (message.kind === 'ready') return void refreshAll(client)
      if (message.kind === 'notification') client.setQueryData(['notifications', 'unread'], message.event)
      refreshing.note(message.kind, 'documentId' in message.event ? message.event.documentId : null)
    })
    const stopWatching = watchLive(() => {
      // From now on they ask by themselves again, and begin with it.
      if (liveState() === 'lost') void refreshAll(client)
    })
    const stop = startLive()
    return () => {
      stop()
      stopWatching()
      stopHearing()
      refreshing.stop()
    }
  }, [client])
  return null
}

/** What may have changed while nobody told, asked for again where it is on the screen. */
function refreshAll(client: QueryClient): Promise<void> {
  const every = new Set<string>()
  return client.invalidateQueries({
    predicate: ({ queryKey }) =>
      (['order', 'record', 'notification'] as const).some((kind) => isTouched(queryKey, kind, every)) ||
      queryKey.includes('detail') ||
      queryKey.includes('record'),
  })
}

/** Collects what changed, and has the queries that show it ask again: soon at first, then calmly. */
function refresherOf(client: QueryClient) {
  const changed = new Map<LiveKind, Set<string>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let askedAt = 0

  function ask(): void {
    timer = undefined
    askedAt = Date.now()
    const asking = [...changed]
    changed.clear()
    void client.invalidateQueries({
      predicate: ({ queryKey }) => asking.some(([kind, documentIds]) => isTouched(queryKey, kind, documentIds)),
    })
  }

  return {
    note(kind: LiveKind, documentId: string | null): void {
      const known = changed.get(kind) ?? new Set<string>()
      if (documentId !== null) known.add(documentId)
      changed.set(kind, known)
      timer ??= setTimeout(ask, Math.max(FIRST_MS, askedAt + CALM_MS - Date.now()))
    },
    stop: () => clearTimeout(timer),
  }
}
