import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sitesQuery } from '../../api/directory'
import type { ArticleValues } from './article'
import { themesQuery } from './queries'
import { ArticleView } from './reader/ArticleView'

interface ArticlePreviewProps {
  values: ArticleValues
  /** Null before it has gone out. */
  publishedAt: string | null
}

/** What is being written, on the reader's own page. */
export function ArticlePreview({ values, publishedAt }: ArticlePreviewProps) {
  const { t } = useTranslation('articles')
  const themes = useQuery(themesQuery())
  const sites = useQuery(sitesQuery())
  return (
    <div className="news-page">
      <ArticleView
        article={{
          title: values.title.trim() === '' ? t('field.titleEmpty') : values.title,
          summary: values.summary,
          body: values.body,
          author: values.author,
          cover: values.cover,
          publishedAt,
          themeName: themes.data?.find(({ code }) => code === values.theme)?.name ?? null,
          siteName: sites.data?.find(({ code }) => code === values.site)?.name ?? null,
        }}
      />
    </div>
  )
}
