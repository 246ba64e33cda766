import type { MeView } from '@practice/access/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { route as record } from '../pages/record/route'
import { keepApp } from '../pwa/kept-app'
import { clearRead } from '../scoring/outbox/shelf'
import { sessionEnd } from '../session/session'

/** The first page comes first. */
const PATIENCE_MS = 3_000

/**
 * Has the device keep the console, and for those who record in the village all that they need without a line. Who signs
 * out leaves nothing behind that was read in their name.
 */
export function useKept(me: MeView | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    keepApp('console')
    return () => {
      if (sessionEnd() === 'left') void clearRead()
    }
  }, [])

  useEffect(() => {
    if (me === undefined || !record.isFor(me)) return
    const timer = setTimeout(() => {
      import('../pages/record/at-hand').then(({ keepAtHand }) => keepAtHand(client, me)).catch(() => undefined)
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [client, me])
}
