/**
 * A sitting of the reviewer: the records that waited when it began, and those that came in meanwhile, in their order.
 * What was decided stays in its place, so that the progress counts up and one can walk back to it.
 */
export interface Sitting {
  ids: readonly string[]
  decided: ReadonlySet<string>
}

/** Nothing looked at yet. */
export const NEW_SITTING: Sitting = { ids: [], decided: new Set() }

/** Takes up what waits now. What has gone by another's hand counts as decided, unless it is the one that is open. */
export function takeUp(sitting: Sitting, waiting: readonly string[], open: string | null): Sitting {
  const known = new Set(sitting.ids)
  const stillWaiting = new Set(waiting)
  const gone = sitting.ids.filter((id) => !stillWaiting.has(id) && id !== open)
  const fresh = waiting.filter((id) => !known.has(id))
  if (fresh.length === 0 && gone.every((id) => sitting.decided.has(id))) return sitting
  return { ids: [...sitting.ids, ...fresh], decided: new Set([...sitting.decided, ...gone]) }
}

/** The sitting after a decision. */
export function decide(sitting: Sitting, id: string): Sitting {
  return { ...sitting, decided: new Set([...sitting.decided, id]) }
}

/** The record `step` places on, or null at either end. */
export function neighbour(sitting: Sitting, id: string | null, step: 1 | -1): string | null {
  const at = id === null ? -1 : sitting.ids.indexOf(id)
  if (at === -1) return nextOpen(sitting, null)
  return sitting.ids[at + step] ?? null
}

/** The next undecided record after `id`, else the first undecided one before it; null when all are done. */
export function nextOpen(sitting: Sitting, id: string | null): string | null {
  const at = id === null ? -1 : sitting.ids.indexOf(id)
  const isOpen = (other: string) => other !== id && !sitting.decided.has(other)
  return sitting.ids.slice(at + 1).find(isOpen) ?? sitting.ids.find(isOpen) ?? null
}

/** Where one is: `7 / 23`. `waiting` is how many wait in all, which may be more than a page of them. */
export function progressOf(sitting: Sitting, id: string, waiting: number): { at: number; of: number } {
  const undecided = sitting.ids.filter((other) => !sitting.decided.has(other)).length
  const unloaded = Math.max(0, waiting - undecided)
  return { at: sitting.ids.indexOf(id) + 1, of: sitting.ids.length + unloaded }
}
