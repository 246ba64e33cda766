import { useEffect } from 'react'

/** Fetches what the page opens next while one looks at it: opened, it is there. `load` stays the same function. */
export function useFetchAhead(load: () => Promise<unknown>): void {
  useEffect(() => {
    load().catch(() => undefined)
  }, [load])
}
