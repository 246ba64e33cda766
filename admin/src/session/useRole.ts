import { useCallback, useEffect, useState } from 'react'
import { loadMe } from '../api/access'
import { keepRole, roleOf } from './role'
import type { KnownRole } from './role'

interface WhoIsThere {
  /** Null while it is not known. */
  role: KnownRole | null
  hasFailed: boolean
  retry: () => void
}

/** Whose session it is: residents have pages of their own. Asked for once per session, then kept on this device. */
export function useRole(jwt: string): WhoIsThere {
  const [role, setRole] = useState(() => roleOf(jwt))
  const [hasFailed, setHasFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (role !== null) return
    let isLeft = false
    setHasFailed(false)
    loadMe().then(
      (me) => {
        if (isLeft) return
        keepRole(jwt, me.role)
        setRole(me.role)
      },
      () => {
        if (!isLeft) setHasFailed(true)
      },
    )
    return () => {
      isLeft = true
    }
  }, [jwt, role, attempt])

  return { role, hasFailed, retry: useCallback(() => setAttempt((count) => count + 1), []) }
}
