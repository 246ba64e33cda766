import type { LiveEvent, LiveKind } from '@practice/access/contracts'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { liveState, onLive, watchLive } from './connection'
import type { LiveState } from './connection'

/**
 * Calls `onEvent` for each change of these kinds that one may see, while the page is on the screen. All pages of a tab
 * share its one connection. While there is none, `pollMs` lets queries ask by themselves.
 */
export function useLive<Kind extends LiveKind>(
  kinds: readonly Kind[],
  onEvent: (kind: Kind, event: LiveEvent<Kind>) => void,
): void {
  const latest = useRef({ kinds, onEvent })
  useEffect(() => {
    latest.current = { kinds, onEvent }
  })
  useEffect(
    () =>
      onLive((message) => {
        const kind = latest.current.kinds.find((wanted) => wanted === message.kind)
        if (kind !== undefined && 'event' in message) latest.current.onEvent(kind, message.event as LiveEvent<Kind>)
      }),
    [],
  )
}

/** Whether this tab hears of changes as they happen. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(watchLive, liveState)
}
