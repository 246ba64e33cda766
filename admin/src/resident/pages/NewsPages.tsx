import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { publicGet } from '../../api/public'
import type { ArticleRow } from '../../pages/articles/article'
import { articleAddress, MY_ADDRESS } from '../address'
import { loadNews } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { Link } from '../navigation'
import { Html } from '../parts/Html'
import { Loadable } from '../parts/Loadable'
import { Page } from '../parts/Page'
import { useTimeWords } from '../useWords'

/** What is published, the latest first. */
export function NewsListPage() {
  const { t } = useTranslation('resident')
  const { day } = useTimeWords()
  const [pages, setPages] = useState(1)
  const news = useLoad(`news-pages/${pages}`, (signal) => loadPages(pages, signal))
  return (
    <Page title={t('news.title')}>
      <Loadable loaded={news} lines={6}>
        {({ rows, isWhole }) => (
          <>
            {rows.length === 0 && <p className="my-empty">{t('news.none')}</p>}
            <ul className="my-list">
              {rows.map(({ documentId, title, publishedAt, site, cover }) => (
                <li key={documentId}>
                  <Link to={articleAddress(documentId)} className={cover === null ? undefined : 'my-with-picture'}>
                    <span>
                      <strong>{title}</strong>
                      <span className="my-quiet">
                        {[site?.name, publishedAt === null ? null : day(publishedAt)].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                    {cover !== null && <img src={cover.url} alt="" loading="lazy" />}
                  </Link>
                </li>
              ))}
            </ul>
            {!isWhole && (
              <button type="button" className="my-button my-wide" onClick={() => setPages((count) => count + 1)}>
                {t('action.more')}
              </button>
            )}
          </>
        )}
      </Loadable>
    </Page>
  )
}

async function loadPages(pages: number, signal: AbortSignal): Promise<{ rows: ArticleRow[]; isWhole: boolean }> {
  const rows: ArticleRow[] = []
  for (let page = 1; ; page += 1) {
    const { data, meta } = await loadNews(page, signal)
    rows.push(...data)
    if (page >= meta.pagination.pageCount) return { rows, isWhole: true }
    if (page >= pages) return { rows, isWhole: false }
  }
}

const WHOLE = {
  'populate[cover][fields]': 'url,name,alternativeText',
  'populate[site][fields]': 'code,name',
}

async function loadArticle(documentId: string, signal: AbortSignal): Promise<ArticleRow> {
  return (await publicGet<{ data: ArticleRow }>(`/articles/${encodeURIComponent(documentId)}`, WHOLE, signal)).data
}

/** One article. */
export function ArticlePage({ documentId }: { documentId: string }) {
  const { t } = useTranslation('resident')
  const { day } = useTimeWords()
  const article = useLoad(`article/${documentId}`, (signal) => loadArticle(documentId, signal))
  return (
    <Page title={article.data?.title ?? t('news.one')} back={{ to: MY_ADDRESS.news, label: t('news.title') }}>
      <Loadable loaded={article} lines={6}>
        {({ summary, body, author, cover, site, publishedAt }) => (
          <article className="my-article">
            <p className="my-quiet">
              {[site?.name, author, publishedAt === null ? null : day(publishedAt)].filter(Boolean).join(' · ')}
            </p>
            {cover !== null && <img src={cover.url} alt={cover.alternativeText ?? ''} />}
            {summary !== null && summary !== '' && <p className="my-note">{summary}</p>}
            <Html html={body ?? ''} />
          </article>
        )}
      </Loadable>
    </Page>
  )
}
