const work = new Set<() => void>()

/** Does something when the person who is signed in leaves; gives the way not to. */
export function whenLeaving(stop: () => void): () => void {
  work.add(stop)
  return () => work.delete(stop)
}

/** Somebody leaves: nothing goes on in their name. */
export function leave(): void {
  for (const stop of work) stop()
  work.clear()
}
