import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '../article'
import { NewsChoice } from './NewsChoice'
import { newsAddress } from './address'
import { useFeedLink } from './feed-link'
import { useFilters } from './filters'
import type { NewsFilters } from './filters'
import { loadNews } from './load'
import { useDay } from './useDay'

type Loading = 'busy' | 'done' | 'failed'

/** What is published, by theme and site, newest first. */
export function NewsList() {
  const { t } = useTranslation('news')
  const [filters, choose] = useFilters()
  useFeedLink(filters, t('feedOf', { title: t('title') }))
  useEffect(() => {
    document.title = t('documentTitle', { title: t('news') })
  }, [t])
  return (
    <>
      <h1 className="visually-hidden">{t('news')}</h1>
      <NewsChoice filters={filters} onChoose={choose} />
      <NewsLines key={`${filters.theme ?? ''}/${filters.site ?? ''}`} filters={filters} />
    </>
  )
}

/** A page at a time. */
function NewsLines({ filters }: { filters: NewsFilters }) {
  const { t } = useTranslation('news')
  const [articles, setArticles] = useState<readonly ArticleRow[]>([])
  const [page, setPage] = useState(1)
  const [attempt, setAttempt] = useState(0)
  const [loading, setLoading] = useState<Loading>('busy')
  const [hasMore, setHasMore] = useState(false)

  useEffect(() => {
    const leaving = new AbortController()
    setLoading('busy')
    loadNews(filters, page, leaving.signal).then(
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
  }, [filters, page, attempt])

  return (
    <>
      <ul className="news-list">
        {articles.map((article) => (
          <li key={article.documentId}>
            <NewsLine article={article} />
          </li>
        ))}
      </ul>
      {loading === 'busy' && (
        <div aria-busy="true" aria-label={t('loading')}>
          <div className="news-skeleton" />
          <div className="news-skeleton" />
          <div className="news-skeleton" />
        </div>
      )}
      {loading === 'done' && articles.length === 0 && (
        <p className="news-notice">{t(filters.theme === null && filters.site === null ? 'none' : 'noneHere')}</p>
      )}
      {loading === 'failed' && (
        <div className="news-notice" role="alert">
          <p>{t('failed')}</p>
          <button type="button" className="news-more" onClick={() => setAttempt((count) => count + 1)}>
            {t('again')}
          </button>
        </div>
      )}
      {loading === 'done' && hasMore && (
        <button type="button" className="news-more" onClick={() => setPage((current) => current + 1)}>
          {t('more')}
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
          {article.theme !== null && <span>{article.theme.name}</span>}
          {article.publishedAt !== null && <span>{day(article.publishedAt)}</span>}
        </p>
      </div>
      {article.cover !== null && <img src={article.cover.url} alt="" loading="lazy" />}
    </a>
  )
}
