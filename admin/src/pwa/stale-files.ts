const RELOADED_AT = 'practice.reloadedAt'
const CIRCLE_MS = 30_000
const PATIENCE_MS = 8_000

/**
 * After a new version was installed, files of the old one are gone: takes the new one, but never in a circle. Without a
 * line nothing is newer, and what is missing is said on the page.
 */
export function followVersions(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const isCircle = Date.now() - Number(sessionStorage.getItem(RELOADED_AT) ?? 0) < CIRCLE_MS
    if (isCircle || !navigator.onLine) return
    event.preventDefault()
    sessionStorage.setItem(RELOADED_AT, String(Date.now()))
    void newestWorker().finally(() => location.reload())
  })
}

/** A worker that keeps the old version would answer with it again: the newest takes its place first. */
async function newestWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  if (registration === undefined) return
  await registration.update().catch(() => undefined)
  const worker = registration.waiting ?? registration.installing
  if (worker === null) return
  const isThere = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    setTimeout(resolve, PATIENCE_MS)
  })
  const take = () => {
    if (worker.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' })
  }
  worker.addEventListener('statechange', take)
  take()
  await isThere
}
