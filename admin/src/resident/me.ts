import { createContext, useContext } from 'react'

/** Whoever is signed in, as a resident. */
export interface Resident {
  username: string
  displayName: string
  site: { code: string; name: string }
}

export const ResidentContext = createContext<Resident | null>(null)

/** Whoever is signed in. */
export function useResident(): Resident {
  const resident = useContext(ResidentContext)
  if (resident === null) throw new Error('asked for a resident where nobody is signed in')
  return resident
}
