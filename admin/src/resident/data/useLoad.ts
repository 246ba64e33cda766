import { useCallback, useContext, useEffect, useRef, useState } from 'react'
import { ResidentContext } from '../me'
import { patiently } from './patiently'
import { putOnShelf, takeFromShelf } from './shelf'

/** What a page shows of something that is read. */
export interface Loaded<Data> {
  /** Undefined while nothing is there, not even of an earlier visit. */
  data: Data | undefined
  /** When what is shown was read (milliseconds), as long as it is not this visit's. */
  oldSince: number | null
  /** Why it could not be read, or null. */
  error: unknown
  isBusy: boolean
  reload: () => void
}

interface Held<Data> {
  place: string
  data: Data | undefined
  oldSince: number | null
  error: unknown
  isBusy: boolean
}

function heldAt<Data>(place: string): Held<Data> {
  const kept = takeFromShelf<Data>(place)
  return { place, data: kept?.data, oldSince: kept?.at ?? null, error: null, isBusy: true }
}

/**
 * Reads something by name: first what this device has of it, then what the server says, once more whenever the line or
 * the page comes back, and every `everyMs` while the page is on the screen.
 */
export function useLoad<Data>(
  name: string,
  load: (signal: AbortSignal) => Promise<Data>,
  everyMs?: number,
): Loaded<Data> {
  const place = `${useContext(ResidentContext)?.username ?? ''}/${name}`
  const [held, setHeld] = useState(() => heldAt<Data>(place))
  const [attempt, setAttempt] = useState(0)
  const latest = useRef(load)
  useEffect(() => {
    latest.current = load
  })
  const reload = useCallback(() => setAttempt((count) => count + 1), [])

  useEffect(() => {
    const leaving = new AbortController()
    setHeld((before) => (before.place === place ? { ...before, isBusy: true } : heldAt<Data>(place)))
    patiently(leaving.signal, (signal) => latest.current(signal)).then(
      (data) => {
        if (leaving.signal.aborted) return
        putOnShelf(place, data)
        setHeld({ place, data, oldSince: null, error: null, isBusy: false })
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setHeld((before) => ({ ...before, error, isBusy: false }))
      },
    )
    return () => leaving.abort()
  }, [place, attempt])

  useEffect(() => {
    const again = () => void (document.hidden || reload())
    const timer = everyMs === undefined ? undefined : setInterval(again, everyMs)
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [everyMs, reload])

  // Of another name there is nothing to be shown yet, not even for one picture.
  const shown = held.place === place ? held : heldAt<Data>(place)
  return { data: shown.data, oldSince: shown.oldSince, error: shown.error, isBusy: shown.isBusy, reload }
}
