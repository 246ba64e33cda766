import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '../article'
import { newsAddress } from './address'
import { loadNews } from './load'
import { useDay } from './useDay'

type Loading = 'busy' | 'done' | 'failed'

/** What is published, newest first, a page at a time. */
export function NewsList() {
  const { t } = useTranslation('articles')
  const [articles, setArticles] = useState<readonly ArticleRow[]>([])
  const [page, setPage] = useState(1)
  const [attempt, setAttempt] = useState(0)
  const [loading, setLoading] = useState<Loading>('busy')
  const [hasMore, setHasMore] = useState(false)

  useEffect(() => {
    document.title = t('reader.documentTitle', { title: t('reader.news') })
  }, [t])

  useEffect(() => {
    const leaving = new AbortController()
    setLoading('busy')
    loadNews(page, leaving.signal).then(
      ({ data, meta }) => {
        setArticles((before) => (page === 1 ? data : [...before, ...data]))
        setHasMore(page < meta.pagination.pageCount)
        setLoading('done')
      },
      () => {
        if (!leaving.signal.aborted) setLoading('failed')
      },
    )
    return () => leaving.abort()
  }, [page, attempt])

  return (
    <>
      <h1 className="visually-hidden">{t('reader.news')}</h1>
      <ul className="news-list">
        {articles.map((article) => (
          <li key={article.documentId}>
            <NewsLine article={article} />
          </li>
        ))}
      </ul>
      {loading === 'busy' && (
        <div aria-busy="true" aria-label={t('reader.loading')}>
          <div className="news-skeleton" />
          <div className="news-skeleton" />
          <div className="news-skeleton" />
        </div>
      )}
      {loading === 'done' && articles.length === 0 && <p className="news-notice">{t('reader.none')}</p>}
      {loading === 'failed' && (
        <div className="news-notice" role="alert">
          <p>{t('reader.failed')}</p>
          <button type="button" className="news-more" onClick={() => setAttempt((count) => count + 1)}>
            {t('reader.again')}
          </button>
        </div>
      )}
      {loading === 'done' && hasMore && (
        <button type="button" className="news-more" onClick={() => setPage((current) => current + 1)}>
          {t('reader.more')}
        </button>
      )}
    </>
  )
}

function NewsLine({ article }: { article: ArticleRow }) {
  const day = useDay()
  return (
    <a href={newsAddress(article.documentId)}>
      <div className="news-list-text">
        <h2>{article.title}</h2>
        <p className="news-facts">
          {article.site !== null && <span>{article.site.name}</span>}
          {article.publishedAt !== null && <span>{day(article.publishedAt)}</span>}
        </p>
      </div>
      {article.cover !== null && <img src={article.cover.url} alt="" loading="lazy" />}
    </a>
  )
}
