import { Suspense, lazy, useEffect, useState } from 'react'
import type { ComponentType } from 'react'
import { i18n } from './i18n'
import { BootFailure } from './login/BootFailure'
import { LoginPage } from './login/LoginPage'
import { isNewsAddress } from './pages/articles/reader/address'
import { isNoticeAddress } from './pages/notice/public/address'
import { MY_ADDRESS, isMyAddress, isStatementAddress } from './resident/address'
import { LOGIN_PATH, leaveLoginAddress, loginAddress, wantedIn } from './session/return-address'
import { lastRole } from './session/role'
import type { KnownRole } from './session/role'
import { useSession } from './session/session'
import { useRole } from './session/useRole'
import { BootSkeleton } from './BootSkeleton'

const loadApp = () => import('./app/App')
const App = lazy(loadApp)
const loadResidentApp = async () => {
  const [module] = await Promise.all([import('./resident/ResidentApp'), i18n.loadNamespaces('resident')])
  return module
}
const ResidentApp = lazy(loadResidentApp)
const StatementApp = lazy(async () => {
  const [module] = await Promise.all([import('./resident/StatementApp'), i18n.loadNamespaces('resident')])
  return module
})
const NewsApp = lazy(async () => {
  const [module] = await Promise.all([import('./pages/articles/reader/NewsApp'), i18n.loadNamespaces('news')])
  return module
})
const NoticeApp = lazy(async () => {
  const [module] = await Promise.all([import('./pages/notice/public/NoticeApp'), i18n.loadNamespaces('notice')])
  return module
})

/** Fetches ahead of time what a login most likely leads to; the login page calls it while one types. */
function fetchAhead(): void {
  const isResident = isMyAddress(wantedIn(location.search)) || lastRole() === 'resident'
  const ahead: Promise<unknown> = isResident ? loadResidentApp() : loadApp()
  ahead.catch(() => undefined)
}

function wantedAddress(): string {
  return location.pathname + location.search
}

/** The public's pages for everybody; else the console or a resident's pages, or the login page in front of them. */
export function Root() {
  const PublicApp = publicAppAt(location.pathname)
  if (PublicApp === null) return <SignedInRoot />
  return (
    <Suspense fallback={null}>
      <PublicApp />
    </Suspense>
  )
}

/** What an address shows to anybody, or null when it is only for those who are signed in. */
function publicAppAt(path: string): ComponentType | null {
  if (isNewsAddress(path)) return NewsApp
  if (isStatementAddress(path)) return StatementApp
  return isNoticeAddress(path) ? NoticeApp : null
}

/**
 * Either the login page or what is behind it, by the session. It stands outside of Refine, Ant Design and the router, so
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
  return <Behind key={session.jwt} jwt={session.jwt} />
}

/** A resident's pages for residents, the console for everybody else. */
function Behind({ jwt }: { jwt: string }) {
  const { role, hasFailed, retry } = useRole(jwt)
  if (role === null) return hasFailed ? <BootFailure onRetry={retry} /> : <BootSkeleton />
  return (
    <Suspense fallback={<BootSkeleton />}>
      <AtHome role={role} />
    </Suspense>
  )
}

function AtHome({ role }: { role: KnownRole }) {
  const isResident = role === 'resident'
  useState(() => settleAddress(isResident))
  return isResident ? <ResidentApp /> : <App />
}

/** Nobody comes by an address to pages that are not theirs. */
function settleAddress(isResident: boolean): void {
  leaveLoginAddress()
  if (isResident === isMyAddress(location.pathname)) return
  history.replaceState(null, '', isResident ? MY_ADDRESS.menu : '/')
}
