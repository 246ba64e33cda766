import { Button, Flex, Typography } from 'antd'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { ApiError } from '../api/error'
import { RefusalAlert } from '../components/RefusalAlert'
import { endSession } from '../session/session'

interface ErrorPageProps {
  title: string
  /** What happened, and what one does about it. */
  hint: ReactNode
  /** What programmers ask for; folded away. */
  detail?: string
  action: ReactNode
}

/** A page in the place of the one that was wanted: says what is wrong in its heading, and what helps in its buttons. */
function ErrorPage({ title, hint, detail, action }: ErrorPageProps) {
  const { t } = useTranslation('common')
  const name = t('documentTitle', { page: title })
  useEffect(() => {
    document.title = name
  }, [name])
  return (
    <Flex vertical align="center" gap={12} style={{ padding: '64px 16px', textAlign: 'center' }}>
      <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
        {title}
      </Typography.Title>
      <div style={{ maxWidth: 480 }}>{hint}</div>
      <Flex wrap gap={8} justify="center">
        {action}
      </Flex>
      {detail !== undefined && (
        <details style={{ maxWidth: 480 }}>
          <summary style={{ minHeight: 44, alignContent: 'center', cursor: 'pointer' }}>
            {t('errorPage.detail')}
          </summary>
          <code style={{ overflowWrap: 'anywhere' }}>{detail}</code>
        </details>
      )}
    </Flex>
  )
}

function HomeLink() {
  const { t } = useTranslation('common')
  return <Button href="/">{t('errorPage.home')}</Button>
}

function BackButton() {
  const { t } = useTranslation('common')
  return <Button onClick={() => history.back()}>{t('errorPage.back')}</Button>
}

/** No page has this address. */
export function NotFoundPage() {
  const { t } = useTranslation('common')
  return (
    <ErrorPage
      title={t('errorPage.notFound')}
      hint={t('errorPage.notFoundHint')}
      action={
        <>
          <BackButton />
          <HomeLink />
        </>
      }
    />
  )
}

/** The page is for other roles. */
export function NotYoursPage() {
  const { t } = useTranslation('common')
  return (
    <ErrorPage
      title={t('errorPage.notYours')}
      hint={t('errorPage.notYoursHint')}
      action={
        <>
          <BackButton />
          <HomeLink />
        </>
      }
    />
  )
}

/** Does what is waited for as soon as the device has a network again. */
function useNetworkBack(act: () => void): void {
  useEffect(() => {
    window.addEventListener('online', act)
    return () => window.removeEventListener('online', act)
  }, [act])
}

function reload(): void {
  location.reload()
}

/**
 * A page broke, or its code could not be fetched: says so, and what was kept. Without a network it loads by itself as
 * soon as there is one.
 */
export function CrashPage() {
  const { t } = useTranslation('common')
  const error = useRouteError()
  useNetworkBack(reload)
  const isOffline = !navigator.onLine
  return (
    <ErrorPage
      title={t(isOffline ? 'errorPage.offline' : 'errorPage.crash')}
      hint={
        <>
          {t(isOffline ? 'errorPage.offlineHint' : 'errorPage.crashHint')}
          <br />
          {t('errorPage.kept')}
        </>
      }
      {...(isOffline ? {} : { detail: error instanceof Error ? error.message : String(error) })}
      action={
        <>
          <Button type="primary" onClick={reload}>
            {t('errorPage.again')}
          </Button>
          {!isOffline && <HomeLink />}
        </>
      }
    />
  )
}

interface BootFailureProps {
  error: unknown
  onRetry: () => void
}

/** It could not be told who is signed in, for want of a network or of the server: try again, or leave. */
export function BootFailure({ error, onRetry }: BootFailureProps) {
  const { t } = useTranslation('common')
  useNetworkBack(onRetry)
  const isOffline = error instanceof ApiError && error.status === 0
  return (
    <main>
      <ErrorPage
        title={t(isOffline ? 'errorPage.unreachable' : 'errorPage.boot')}
        hint={isOffline ? t('errorPage.unreachableHint') : <RefusalAlert error={error} />}
        action={
          <>
            <Button type="primary" onClick={onRetry}>
              {t('action.retry')}
            </Button>
            <Button onClick={() => endSession('left')}>{t('shell.logout')}</Button>
          </>
        }
      />
    </main>
  )
}
