import type { LiveEvent, LiveKind } from '@practice/access/contracts'
import { createParser } from 'eventsource-parser'
import { API_URL } from '../api/client'
import { currentToken, endSession } from '../session/session'
import { afterFailures } from './backoff'

/**
 * How a tab hears of changes: `live`, or not. `lost` is what it is while it tries again; `off` when nothing is tried,
 * because the tab is hidden or nobody is signed in.
 */
export type LiveState = 'off' | 'connecting' | 'live' | 'lost'

/** What is told to those who listen; `ready` says that changes before it may have been missed. */
export type LiveMessage = { [Kind in LiveKind]: { kind: Kind; event: LiveEvent<Kind> } }[LiveKind] | { kind: 'ready' }

const KINDS = ['order', 'record', 'notification'] as const satisfies readonly LiveKind[]

/** After this much silence, in which the server should have said twice that it lives, a connection is dead. */
const SILENCE_MS = 50_000

/** A hidden tab gives its connection back, since a browser has few; a glance elsewhere does not count. */
const HIDDEN_MS = 20_000

const TOO_MANY = 429
const NOT_SIGNED_IN = 401

let state: LiveState = 'off'
let failures = 0
let abort: AbortController | null = null
let retry: ReturnType<typeof setTimeout> | undefined
let hiding: ReturnType<typeof setTimeout> | undefined
const watchers = new Set<() => void>()
const listeners = new Set<(message: LiveMessage) => void>()

/** How this tab hears of changes now. */
export function liveState(): LiveState {
  return state
}

/** Calls back when that changes. */
export function watchLive(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Calls back with every message, for as long as the tab has a connection. */
export function onLive(listener: (message: LiveMessage) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens this tab's one connection, and keeps it open while the tab can be seen. Gives what closes it. */
export function startLive(): () => void {
  document.addEventListener('visibilitychange', followVisibility)
  window.addEventListener('online', connectNow)
  connectNow()
  return () => {
    document.removeEventListener('visibilitychange', followVisibility)
    window.removeEventListener('online', connectNow)
    disconnect()
  }
}

function set(next: LiveState): void {
  if (state === next) return
  state = next
  for (const watcher of watchers) watcher()
}

function tell(message: LiveMessage): void {
  for (const listener of listeners) listener(message)
}

function followVisibility(): void {
  clearTimeout(hiding)
  if (document.hidden) hiding = setTimeout(disconnect, HIDDEN_MS)
  else if (state === 'off' || state === 'lost') connectNow()
}

function disconnect(): void {
  clearTimeout(retry)
  clearTimeout(hiding)
  abort?.abort()
  abort = null
  set('off')
}

function connectNow(): void {
  if (state === 'live' || state === 'connecting') return
  clearTimeout(retry)
  set(state === 'lost' ? 'lost' : 'connecting')
  void connect()
}

async function connect(): Promise<void> {
  const token = currentToken()
  if (token === null) return set('off')
  const mine = new AbortController()
  abort?.abort()
  abort = mine
  const status = await listen(token, mine).catch(() => 0)
  // Closed on purpose, or another attempt has begun since.
  if (abort !== mine) return
  if (status === NOT_SIGNED_IN) {
    set('off')
    if (currentToken() === token) endSession('expired')
    return
  }
  failures++
  set('lost')
  retry = setTimeout(() => void connect(), afterFailures(status === TOO_MANY ? Infinity : failures))
}

/** Reads one stream to its end. Gives the status with which it began. */
async function listen(token: string, mine: AbortController): Promise<number> {
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` }
  let watchdog = setTimeout(() => mine.abort(), SILENCE_MS)
  try {
    const response = await fetch(`${API_URL}/access/live`, { headers, signal: mine.signal, cache: 'no-store' })
    if (!response.ok || response.body === null) return response.status
    const parser = createParser({ onEvent: ({ event, data }) => hear(event, data) })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return response.status
      clearTimeout(watchdog)
      watchdog = setTimeout(() => mine.abort(), SILENCE_MS)
      parser.feed(value)
    }
  } finally {
    clearTimeout(watchdog)
  }
}

function hear(name: string | undefined, data: string): void {
  if (name === 'ready') {
    failures = 0
    set('live')
    return tell({ kind: 'ready' })
  }
  const kind = KINDS.find((known) => known === name)
  // The server writes these by the contract; checking them here again would weigh more than all the rest.
  if (kind !== undefined) tell({ kind, event: JSON.parse(data) as unknown } as LiveMessage)
}
