import type { Workbox } from 'workbox-window'

/** What a device can install: the console, or residents' pages. */
export type AppKind = 'console' | 'resident'

const APPS = {
  console: { worker: '/sw.js', scope: '/', manifest: '/manifest.webmanifest' },
  resident: { worker: '/my-sw.js', scope: '/my', manifest: '/my.webmanifest' },
} as const satisfies Record<AppKind, { worker: string; scope: string; manifest: string }>

/** The worker is fetched when the first page has what it needs. */
const PATIENCE_MS = 2_000
/** A device that is never switched off asks now and then whether there is a newer version. */
const ASK_MS = 3_600_000
const ASK_AGAIN_MS = 600_000

let kept: AppKind | undefined
let waiting: Workbox | null = null
const listeners = new Set<() => void>()

function show(worker: Workbox | null): void {
  waiting = worker
  for (const listener of listeners) listener()
}

/** Has this device keep an app, so that it can be installed and opens where there is no line. Once is enough. */
export function keepApp(kind: AppKind): void {
  document.querySelector('link[rel="manifest"]')?.setAttribute('href', APPS[kind].manifest)
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || kept === kind) return
  kept = kind
  setTimeout(() => void register(kind).catch(() => undefined), PATIENCE_MS)
}

async function register(kind: AppKind): Promise<void> {
  const { worker, scope } = APPS[kind]
  const { Workbox } = await import('workbox-window')
  const workbox = new Workbox(worker, { scope, updateViaCache: 'none' })
  workbox.addEventListener('waiting', () => show(workbox))
  await workbox.register()
  let askedAt = Date.now()
  const ask = () => {
    if (document.hidden || !navigator.onLine || Date.now() - askedAt < ASK_AGAIN_MS) return
    askedAt = Date.now()
    void workbox.update().catch(() => undefined)
  }
  setInterval(ask, ASK_MS)
  document.addEventListener('visibilitychange', ask)
}

/** Whether a newer version has been fetched and waits to be used; for `useSyncExternalStore`. */
export function hasUpdate(): boolean {
  return waiting !== null
}

/** Tells of changes of `hasUpdate`; gives the way to stop being told. */
export function onUpdate(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Leaves the newer version for the next time. */
export function putUpdateOff(): void {
  show(null)
}

/**
 * Goes over to the newer version. Whatever would be asked about before the window is closed keeps it from doing so:
 * false then, and nothing has changed.
 */
export function takeUpdate(): boolean {
  if (!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))) return false
  waiting?.addEventListener('controlling', () => location.reload())
  waiting?.messageSkipWaiting()
  return true
}
