/** The page on which the login form lives. */
export const LOGIN_PATH = '/login'

/** A path of this console that one may be sent to; anything else (another host, the login page itself) becomes `/`. */
export function safeReturn(address: string | null): string {
  if (address === null || !address.startsWith('/') || /^\/[/\\]/.test(address)) return '/'
  return address === LOGIN_PATH || address.startsWith(`${LOGIN_PATH}?`) ? '/' : address
}

/** The address of the login page that remembers where one wanted to go. */
export function loginAddress(wanted: string): string {
  const to = safeReturn(wanted)
  return to === '/' ? LOGIN_PATH : `${LOGIN_PATH}?to=${encodeURIComponent(to)}`
}

/** Where the login page's address says that one wanted to go. */
export function wantedIn(search: string): string {
  return safeReturn(new URLSearchParams(search).get('to'))
}

/** Signed in while the address is the login page's: puts the address there that was wanted, without a step back to it. */
export function leaveLoginAddress(): void {
  if (location.pathname !== LOGIN_PATH) return
  history.replaceState(null, '', wantedIn(location.search))
}
