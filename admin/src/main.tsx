import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from './i18n'
import { Root } from './Root'
import { followSession } from './session/session'
import { followTheme } from './theme/mode'
import './styles.css'

const RELOADED_AT = 'practice.reloadedAt'

// After a new version was installed, files of the old one are gone: take the new one, but never in a circle.
window.addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED_AT) ?? 0) < 30_000) return
  event.preventDefault()
  sessionStorage.setItem(RELOADED_AT, String(Date.now()))
  location.reload()
})

/** Session and theme are known before the first paint, so nothing flashes; texts are waited for. */
async function start(): Promise<void> {
  followSession()
  followTheme()
  await startI18n()
  const root = document.getElementById('root')
  if (root === null) return
  createRoot(root).render(
    <StrictMode>
      <Suspense fallback={null}>
        <Root />
      </Suspense>
    </StrictMode>,
  )
}

void start()
