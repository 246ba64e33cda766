import type { ScoreRecord } from '@practice/scoring/contracts'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useMe } from '../../app/me'
import { outboxOf } from './browser'
import type { Outbox, OutboxView } from './outbox'

/** The outbox of whoever is signed in, and what waits in it; `onSent` is told of each record that the server took. */
export function useOutbox(onSent: (record: ScoreRecord) => void): { outbox: Outbox; view: OutboxView } {
  const { username } = useMe()
  const outbox = outboxOf(username)
  const view = useSyncExternalStore(outbox.subscribe, outbox.view)
  const told = useRef(onSent)
  useEffect(() => {
    told.current = onSent
  })
  useEffect(() => outbox.onSent((record) => told.current(record)), [outbox])
  return { outbox, view }
}
