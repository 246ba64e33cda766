import { Suspense, lazy, useEffect } from 'react'
import type { ComponentType } from 'react'
import { i18n } from './i18n'
import { LoginPage } from './login/LoginPage'
import { isNewsAddress } from './pages/articles/reader/address'
import { isNoticeAddress } from './pages/notice/public/address'
import { LOGIN_PATH, loginAddress } from './session/return-address'
import { useSession } from './session/session'
import { BootSkeleton } from './BootSkeleton'

const loadApp = () => import('./app/App')
const App = lazy(loadApp)
const NewsApp = lazy(async () => {
  const [module] = await Promise.all([import('./pages/articles/reader/NewsApp'), i18n.loadNamespaces('articles')])
  return module
})
const NoticeApp = lazy(async () => {
  const [module] = await Promise.all([
    import('./pages/notice/public/NoticeApp'),
    i18n.loadNamespaces(['notice', 'scoring']),
  ])
  return module
})

/** Fetches the console's own code ahead of time; the login page calls it while one types. */
function fetchAhead(): void {
  loadApp().catch(() => undefined)
}

function wantedAddress(): string {
  return location.pathname + location.search
}

/** The public's pages for everybody; else the console, or the login page in front of it. */
export function Root() {
  const PublicApp = publicAppAt(location.pathname)
  if (PublicApp === null) return <SignedInRoot />
  return (
    <Suspense fallback={null}>
      <PublicApp />
    </Suspense>
  )
}

/** What an address shows to anybody, or null when it is the console's. */
function publicAppAt(path: string): ComponentType | null {
  if (isNewsAddress(path)) return NewsApp
  return isNoticeAddress(path) ? NoticeApp : null
}

/**
 * Either the login page or the console, by the session. It stands outside of Refine, Ant Design and the router, so
 * that the login page needs none of them; both sides agree on the address through the history.
 */
function SignedInRoot() {
  const { session, end } = useSession()
  const isSignedIn = session !== null

  useEffect(() => {
    if (isSignedIn || location.pathname === LOGIN_PATH) return
    history.replaceState(null, '', end === 'left' ? LOGIN_PATH : loginAddress(wantedAddress()))
  }, [isSignedIn, end])

  if (!isSignedIn) return <LoginPage hasExpired={end === 'expired'} onEngaged={fetchAhead} />
  return (
    <Suspense fallback={<BootSkeleton />}>
      <App key={session.jwt} />
    </Suspense>
  )
}
