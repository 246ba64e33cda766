import { NONE, ALL, scopeOf, type Access, type Actor, type Scope } from '@practice/kernel'
import { BOUNDARIES, type Boundary } from '../../domain/boundaries'

/** Which types are bounded, and how. */
export const boundaries = () => {
  const known = new Map<string, Boundary>(Object.entries(BOUNDARIES))
  return {
    /** Bounds a type that access does not know itself: for a plugin's `register`. */
    add(uid: string, boundary: Boundary): void {
      if (known.has(uid)) throw new Error(`${uid} is bounded already`)
      known.set(uid, boundary)
    },

    /** How a type is bounded, or undefined when it is not. */
    of(uid: string): Boundary | undefined {
      return known.get(uid)
    },

    /** Which rows an actor may read or write by way of Strapi's query builder. */
    scope(boundary: Boundary, actor: Actor, access: Access): Scope {
      if (actor.kind === 'system') return ALL
      if (access === 'write' && boundary.isProtected) return NONE
      if (actor.kind === 'panel') return ALL
      if (boundary.rows === 'closed' || boundary.rows === 'own account') return NONE
      return scopeOf(actor, boundary.rows, access)
    },
  }
}
