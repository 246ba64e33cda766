import type { NoticeLine, Theme } from '@practice/scoring/contracts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/error'
import { BrandMark } from '../../../components/BrandMark'
import { roleOf } from '../../../session/role'
import { useSession } from '../../../session/session'
import '../../articles/reader/news.css'
import { linesOfTheme } from '../lines'
import { loadNotice } from '../load'
import type { Notice } from '../load'
import { NoticeCards } from './NoticeCards'
import { NoticePaper } from './NoticePaper'
import { ObjectDialog } from './ObjectDialog'
import { ThemeFilter } from './ThemeFilter'
import { siteIn } from './address'
import './notice-public.css'

/** A site's notice for everybody: on a screen in large type, on paper as it hangs on the village's board. */
export default function NoticeApp() {
  const { t } = useTranslation('notice')
  const site = siteIn(location.pathname)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [failure, setFailure] = useState<'none' | 'failed' | 'absent'>('none')
  const [attempt, setAttempt] = useState(0)
  const [theme, setTheme] = useState<Theme | null>(null)
  const [objected, setObjected] = useState<NoticeLine | null>(null)
  const { session } = useSession()

  useEffect(() => {
    const leaving = new AbortController()
    setFailure('none')
    loadNotice(site, leaving.signal).then(setNotice, (cause: unknown) => {
      if (leaving.signal.aborted) return
      setFailure(cause instanceof ApiError && cause.status >= 400 && cause.status < 500 ? 'absent' : 'failed')
    })
    return () => leaving.abort()
  }, [site, attempt])

  const title = notice === null ? t('public.title') : t('public.titleOf', { site: notice.site.name })
  useEffect(() => {
    document.title = title
  }, [title])
  const lines = notice === null ? [] : linesOfTheme(notice.lines, theme)

  return (
    <>
      <div className="news-page news-whole notice-screen">
        <header className="news-header">
          <BrandMark size={28} />
          <span>{t('public.brand')}</span>
        </header>
        <main className="notice-main">
          <h1>{title}</h1>
          {failure !== 'none' && (
            <div role="alert">
              <p>{t(failure === 'absent' ? 'public.absent' : 'public.failed')}</p>
              {failure === 'failed' && (
                <button type="button" className="news-more" onClick={() => setAttempt((count) => count + 1)}>
                  {t('public.again')}
                </button>
              )}
            </div>
          )}
          {failure === 'none' && notice === null && (
            <div aria-busy="true" aria-label={t('public.loading')}>
              <div className="news-skeleton" />
              <div className="news-skeleton" />
              <div className="news-skeleton" />
            </div>
          )}
          {notice !== null && (
            <>
              <p className="notice-how">{t('public.how')}</p>
              <ThemeFilter lines={notice.lines} theme={theme} onChange={setTheme} />
              <NoticeCards lines={lines} onObject={setObjected} />
              {notice.lines.length > 0 && (
                <button type="button" className="news-more notice-print" onClick={() => window.print()}>
                  {t('public.print')}
                </button>
              )}
              <p className="notice-head">
                {t('public.head')} <code>{notice.head}</code>
              </p>
            </>
          )}
        </main>
      </div>
      {notice !== null && <NoticePaper notice={notice} lines={lines} />}
      {objected !== null && (
        <ObjectDialog
          line={objected}
          isSignedIn={session !== null && roleOf(session.jwt) === 'resident'}
          onClose={() => setObjected(null)}
          onDone={() => setAttempt((count) => count + 1)}
        />
      )}
    </>
  )
}
