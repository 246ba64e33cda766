import { liveState } from './connection'

/** How often open screens ask again for what others may have changed, where nobody tells them. */
export const POLL_MS = 20_000

/** Where they are told, they still look now and then: nothing that goes wrong in between stays for good. */
const POLL_WHILE_LIVE_MS = 120_000

/** For a query's `refetchInterval`. */
export function pollMs(): number {
  return liveState() === 'live' ? POLL_WHILE_LIVE_MS : POLL_MS
}
