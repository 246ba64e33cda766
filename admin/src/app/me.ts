import type { MeView } from '@practice/access/contracts'
import { createContext, useContext } from 'react'

/** Filled by the console before any page is drawn. */
export const MeContext = createContext<MeView | null>(null)

/** Who is signed in: name, role, site, team and abilities. Only for what is drawn inside the console. */
export function useMe(): MeView {
  const me = useContext(MeContext)
  if (me === null) throw new Error('useMe outside of the console')
  return me
}
