import { offerUpdate } from './update'

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
  workbox.addEventListener('waiting', () => offerUpdate(workbox))
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
