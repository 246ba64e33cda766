import { useSyncExternalStore } from 'react'

const STORED = 'practice.session'
/** Read by the server for files under /uploads, so that pictures of evidence show in an `<img>`. */
const FILES_COOKIE = 'practice_files'
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A signed-in browser: the token, and when it stops being accepted (milliseconds). */
export interface Session {
  jwt: string
  expiresAt: number
}

/** Why there is no session: never begun, left by hand, or run out. */
export type SessionEnd = 'none' | 'left' | 'expired'

interface SessionState {
  session: Session | null
  end: SessionEnd
}

let state: SessionState = { session: null, end: 'none' }
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

interface Claims {
  id?: unknown
  exp?: unknown
}

/** What a token says of itself; nothing when it cannot be read. */
function claimsOf(jwt: string): Claims {
  const payload = jwt.split('.')[1]
  if (payload === undefined) return {}
  try {
    return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as Claims
  } catch {
    return {}
  }
}

/** The moment at which a token expires, in milliseconds; 0 when it cannot be read. */
export function expiryOf(jwt: string): number {
  const { exp } = claimsOf(jwt)
  return typeof exp === 'number' ? exp * 1000 : 0
}

/** Tells accounts apart on this device without asking the server; null when nobody is signed in. */
export function currentAccount(): string | null {
  const { id } = claimsOf(state.session?.jwt ?? '')
  return typeof id === 'number' ? String(id) : null
}

function set(next: SessionState): void {
  state = next
  clearTimeout(timer)
  writeCookie(next.session)
  if (next.session !== null) {
    const remainingMs = Math.min(next.session.expiresAt - Date.now(), LONGEST_TIMER_MS)
    timer = setTimeout(() => restore(), Math.max(remainingMs, 0) + 1000)
  }
  for (const listener of listeners) listener()
}

function writeCookie(session: Session | null): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const maxAge = session === null ? 0 : Math.max(0, Math.floor((session.expiresAt - Date.now()) / 1000))
  document.cookie = `${FILES_COOKIE}=${session?.jwt ?? ''}; path=/uploads; SameSite=Strict; max-age=${maxAge}${secure}`
}

/** Takes up the session that an earlier visit left, unless its time is over. Also run when another tab changes it. */
export function restore(): void {
  const jwt = localStorage.getItem(STORED)
  if (jwt === null) return set({ session: null, end: state.session === null ? state.end : 'left' })
  const expiresAt = expiryOf(jwt)
  if (expiresAt > Date.now()) return set({ session: { jwt, expiresAt }, end: 'none' })
  endSession('expired')
}

/** Begins a session with the token of a login. */
export function beginSession(jwt: string): void {
  localStorage.setItem(STORED, jwt)
  set({ session: { jwt, expiresAt: expiryOf(jwt) }, end: 'none' })
}

/** Ends the session: the login page says so when it ran out. */
export function endSession(end: SessionEnd): void {
  localStorage.removeItem(STORED)
  set({ session: null, end })
}

/** Why there is no session, as long as there is none. */
export function sessionEnd(): SessionEnd {
  return state.end
}

/** The token to send, or null. */
export function currentToken(): string | null {
  return state.session?.jwt ?? null
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The session of this browser, kept up to date across tabs. */
export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, () => state)
}

/** Begins to follow the browser's storage; called once, before the first paint. */
export function followSession(): void {
  restore()
  window.addEventListener('storage', (event) => {
    if (event.key === STORED) restore()
  })
}
