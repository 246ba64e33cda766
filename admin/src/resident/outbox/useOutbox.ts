import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { placeOrder } from '../data/requests'
import { within } from '../data/patiently'
import { createOutbox } from './outbox'
import type { Outbox } from './outbox'
import { placeOfWaiting } from './waiting-order'
import type { WaitingOrder } from './waiting-order'

/** Long enough for a line that is slow, short enough for somebody who looks at a button. */
const SEND_MS = 15_000

export const OutboxContext = createContext<Outbox | null>(null)

/** The outbox of a person, running while their pages are open. */
export function useRunningOutbox(username: string): Outbox | null {
  const [outbox, setOutbox] = useState<Outbox | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const started = createOutbox({
      username,
      place: (body, key) => within(leaving.signal, (signal) => placeOrder(body, key, signal), SEND_MS),
      isOnline: () => navigator.onLine,
    })
    const flush = () => void (document.hidden || started.flush())
    const followTabs = (event: StorageEvent) => void (event.key === placeOfWaiting(username) && started.refresh())
    window.addEventListener('online', flush)
    window.addEventListener('storage', followTabs)
    document.addEventListener('visibilitychange', flush)
    setOutbox(started)
    void started.flush()
    return () => {
      started.stop()
      leaving.abort()
      window.removeEventListener('online', flush)
      window.removeEventListener('storage', followTabs)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [username])
  return outbox
}

/** The outbox and what waits in it. */
export function useOutbox(): { outbox: Outbox; waiting: readonly WaitingOrder[] } {
  const outbox = useContext(OutboxContext)
  if (outbox === null) throw new Error('asked for an outbox where nobody is signed in')
  return { outbox, waiting: useSyncExternalStore(outbox.subscribe, outbox.view) }
}
