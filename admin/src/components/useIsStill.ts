import { useSyncExternalStore } from 'react'

const query = matchMedia('(prefers-reduced-motion: reduce)')

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether somebody asked their device for less movement; for what stylesheets do not reach. */
export function useIsStill(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}
