import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from './i18n'
import { UpdatePlace } from './pwa/UpdatePlace'
import { followVersions } from './pwa/stale-files'
import { Root } from './Root'
import { followSession } from './session/session'
import { followTheme } from './theme/mode'
import './styles.css'

/** Session and theme are known before the first paint, so nothing flashes; texts are waited for. */
async function start(): Promise<void> {
  followVersions()
  followSession()
  followTheme()
  await startI18n()
  const root = document.getElementById('root')
  if (root === null) return
  createRoot(root).render(
    <StrictMode>
      <Suspense fallback={null}>
        <UpdatePlace />
        <Root />
      </Suspense>
    </StrictMode>,
  )
}

void start()
