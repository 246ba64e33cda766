const SHELF = 'practice.my.shelf.'

/** What was read last, and when (milliseconds). */
export interface Shelved<Data> {
  data: Data
  at: number
}

const held = new Map<string, Shelved<unknown>>()

/** What this device has of a name, or null: from memory, else from an earlier visit. */
export function takeFromShelf<Data>(name: string): Shelved<Data> | null {
  const there = held.get(name) ?? stored(name)
  return there as Shelved<Data> | null
}

function stored(name: string): Shelved<unknown> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(SHELF + name) ?? 'null') as Shelved<unknown> | null
    return kept !== null && typeof kept.at === 'number' ? kept : null
  } catch {
    return null
  }
}

/** Keeps what was read. A full or forbidden storage must not stop anybody from reading on. */
export function putOnShelf(name: string, data: unknown): void {
  const shelved = { data, at: Date.now() }
  held.set(name, shelved)
  try {
    localStorage.setItem(SHELF + name, JSON.stringify(shelved))
  } catch {
    // As above.
  }
}

/** Takes everything off that was read in somebody's name: whoever picks the phone up next reads none of it. */
export function clearShelf(): void {
  held.clear()
  for (const key of Object.keys(localStorage)) if (key.startsWith(SHELF)) localStorage.removeItem(key)
}
