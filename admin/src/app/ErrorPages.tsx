import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'
import { EmptyState } from '../components/EmptyState'
import { RefusalAlert } from '../components/RefusalAlert'
import { endSession } from '../session/session'

function HomeLink() {
  const { t } = useTranslation('common')
  return (
    <Link to="/" reloadDocument>
      <Button>{t('errorPage.home')}</Button>
    </Link>
  )
}

/** No page has this address. */
export function NotFoundPage() {
  const { t } = useTranslation('common')
  return <EmptyState title={t('errorPage.notFound')} hint={t('errorPage.notFoundHint')} action={<HomeLink />} />
}

/** The page is for other roles. */
export function NotYoursPage() {
  const { t } = useTranslation('common')
  return <EmptyState title={t('errorPage.notYours')} hint={t('errorPage.notYoursHint')} action={<HomeLink />} />
}

/** A page broke: says so, and offers the two things that help. */
export function CrashPage() {
  const { t } = useTranslation('common')
  const error = useRouteError()
  const message = error instanceof Error ? error.message : String(error)
  return (
    <EmptyState
      title={t('errorPage.crash')}
      hint={t('errorPage.crashHint', { message })}
      action={
        <>
          <Button type="primary" onClick={() => location.reload()}>
            {t('errorPage.again')}
          </Button>
          <HomeLink />
        </>
      }
    />
  )
}

interface BootFailureProps {
  error: unknown
  onRetry: () => void
}

/** It could not be told who is signed in: try again, or leave. */
export function BootFailure({ error, onRetry }: BootFailureProps) {
  const { t } = useTranslation('common')
  return (
    <EmptyState
      title={t('errorPage.boot')}
      hint={<RefusalAlert error={error} />}
      action={
        <>
          <Button type="primary" onClick={onRetry}>
            {t('errorPage.again')}
          </Button>
          <Button onClick={() => endSession('left')}>{t('shell.logout')}</Button>
        </>
      }
    />
  )
}
