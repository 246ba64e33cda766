import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/error'
import type { ArticleRow } from '../article'
import { ArticleView } from './ArticleView'
import { newsAddress } from './address'
import { useFeedLink } from './feed-link'
import { ALL_NEWS, queryOf } from './filters'
import { countRead, loadNewsArticle } from './load'

/** One article. One that is not published is not there, for whoever asks. */
export function NewsArticle({ documentId }: { documentId: string }) {
  const { t } = useTranslation('news')
  const [article, setArticle] = useState<ArticleRow | null>(null)
  const [failure, setFailure] = useState<'none' | 'failed' | 'absent'>('none')
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const leaving = new AbortController()
    setFailure('none')
    loadNewsArticle(documentId, leaving.signal).then(setArticle, (cause: unknown) => {
      if (leaving.signal.aborted) return
      setFailure(cause instanceof ApiError && cause.status >= 400 && cause.status < 500 ? 'absent' : 'failed')
    })
    return () => leaving.abort()
  }, [documentId, attempt])

  const title = article?.title ?? t('news')
  useEffect(() => {
    document.title = t('documentTitle', { title })
  }, [t, title])

  useFeedLink(ALL_NEWS, t('feedOf', { title: t('title') }))

  const isRead = article !== null
  useEffect(() => {
    if (isRead) countRead(documentId)
  }, [documentId, isRead])

  if (failure !== 'none') {
    return (
      <div className="news-notice" role="alert">
        <p>{t(failure === 'absent' ? 'absent' : 'failed')}</p>
        {failure === 'failed' && (
          <button type="button" className="news-more" onClick={() => setAttempt((count) => count + 1)}>
            {t('again')}
          </button>
        )}
        <p>
          <a href={newsAddress()}>{t('all')}</a>
        </p>
      </div>
    )
  }
  if (article === null) {
    return (
      <div aria-busy="true" aria-label={t('loading')}>
        <div className="news-skeleton" />
        <div className="news-skeleton" style={{ height: 220 }} />
        <div className="news-skeleton" style={{ height: 160 }} />
      </div>
    )
  }
  return (
    <>
      <ArticleView
        article={{
          ...article,
          pictures: article.pictures ?? [],
          themeName: article.theme?.name ?? null,
          siteName: article.site?.name ?? null,
        }}
      />
      <Onward article={article} />
    </>
  )
}

/** Where one may read on. */
function Onward({ article: { theme, site } }: { article: ArticleRow }) {
  const { t } = useTranslation('news')
  return (
    <nav className="news-onward" aria-label={t('onward')}>
      {theme !== null && (
        <a href={newsAddress() + queryOf({ theme: theme.code, site: null })}>{t('ofTheme', { name: theme.name })}</a>
      )}
      {site !== null && (
        <a href={newsAddress() + queryOf({ theme: null, site: site.code })}>{t('ofSite', { name: site.name })}</a>
      )}
      <a href={newsAddress()}>{t('all')}</a>
    </nav>
  )
}
