import type { OutboxStore } from './database'

const LEASE_MS = 30_000
const RENEWALS = 3

/** What a turn at sending needs of the browser. */
export interface TurnParts {
  name: string
  /** The browser's locks, where it has any. */
  locks: Pick<LockManager, 'request'> | undefined
  store: Pick<OutboxStore, 'lease'>
  /** Names this tab. */
  owner: string
}

/**
 * Does work that no two tabs may do at once: under the browser's own lock, else under a lease in the store, which ends
 * by itself when its tab dies. Without the lease nothing is done: whoever has it sends what is there.
 */
export async function exclusively(parts: TurnParts, work: () => Promise<void>): Promise<void> {
  if (parts.locks !== undefined) {
    await parts.locks.request(parts.name, work)
    return
  }
  if (!(await takeLease(parts))) return
  const renewal = setInterval(() => void takeLease(parts), LEASE_MS / RENEWALS)
  try {
    await work()
  } finally {
    clearInterval(renewal)
    await parts.store.lease(parts.name, { owner: parts.owner, until: 0 }, Date.now())
  }
}

function takeLease({ store, name, owner }: TurnParts): Promise<boolean> {
  const now = Date.now()
  return store.lease(name, { owner, until: now + LEASE_MS }, now)
}
