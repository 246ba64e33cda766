import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Order, PlaceOrderBody } from '@practice/dispatch/contracts'
import { ApiError } from '../../api/error'
import { placeOrder, uploadPhoto } from '../data/requests'
import { within } from '../data/patiently'
import { createOutbox } from './outbox'
import type { Outbox } from './outbox'
import { dropPhotos, forgetUploads, localPhotosIn, withUploads } from './photos'
import { placeOfWaiting } from './waiting-order'
import type { WaitingOrder } from './waiting-order'

/** Long enough for a line that is slow, short enough for somebody who looks at a button. */
const SEND_MS = 15_000
const UPLOAD_MS = 120_000

export const OutboxContext = createContext<Outbox | null>(null)

/** The outbox of a person, running while their pages are open. */
export function useRunningOutbox(username: string): Outbox | null {
  const [outbox, setOutbox] = useState<Outbox | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const started = createOutbox({
      username,
      place: (body, key) => deliver(body, key, leaving.signal),
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

/** Photos first, each in the time that a photo takes; then the order, after which nothing of it is kept here. */
async function deliver(body: PlaceOrderBody, key: string, leaving: AbortSignal): Promise<Order> {
  const whole = await withUploads(body, (blob, name) =>
    within(leaving, (signal) => uploadPhoto(blob, name, signal), UPLOAD_MS),
  )
  const order = await within(leaving, (signal) => placeOrder(whole, key, signal), SEND_MS).catch(
    async (cause: unknown) => {
      if (cause instanceof ApiError && cause.code === 'file_unknown') await forgetUploads(localPhotosIn(body))
      throw cause
    },
  )
  await dropPhotos(localPhotosIn(body)).catch(() => undefined)
  return order
}

/** The outbox and what waits in it. */
export function useOutbox(): { outbox: Outbox; waiting: readonly WaitingOrder[] } {
  const outbox = useContext(OutboxContext)
  if (outbox === null) throw new Error('asked for an outbox where nobody is signed in')
  return { outbox, waiting: useSyncExternalStore(outbox.subscribe, outbox.view) }
}
