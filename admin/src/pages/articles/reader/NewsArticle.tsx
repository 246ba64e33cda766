import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/error'
import type { ArticleRow } from '../article'
import { ArticleView } from './ArticleView'
import { newsAddress } from './address'
import { loadNewsArticle } from './load'

/** One article. One that is not published is not there, for whoever asks. */
export function NewsArticle({ documentId }: { documentId: string }) {
  const { t } = useTranslation('articles')
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

  const title = article?.title ?? t('reader.news')
  useEffect(() => {
    document.title = t('reader.documentTitle', { title })
  }, [t, title])

  if (failure !== 'none') {
    return (
      <div className="news-notice" role="alert">
        <p>{t(failure === 'absent' ? 'reader.absent' : 'reader.failed')}</p>
        {failure === 'failed' && (
          <button type="button" className="news-more" onClick={() => setAttempt((count) => count + 1)}>
            {t('reader.again')}
          </button>
        )}
        <p>
          <a href={newsAddress()}>{t('reader.all')}</a>
        </p>
      </div>
    )
  }
  if (article === null) {
    return (
      <div aria-busy="true" aria-label={t('reader.loading')}>
        <div className="news-skeleton" />
        <div className="news-skeleton" style={{ height: 220 }} />
        <div className="news-skeleton" style={{ height: 160 }} />
      </div>
    )
  }
  return (
    <ArticleView
      article={{ ...article, themeName: article.theme?.name ?? null, siteName: article.site?.name ?? null }}
    />
  )
}
