import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sitesQuery } from '../../api/directory'
import { PhoneFrame } from '../../components/PhoneFrame'
import { DesktopFrame } from './DesktopFrame'
import type { ArticleValues } from './article'
import { notesOf } from './pictures'
import { themesQuery } from './queries'
import { ArticleView } from './reader/ArticleView'
import { ReaderHeader } from './reader/ReaderHeader'

/** What a reader holds. */
export type Device = 'phone' | 'desktop'

interface ArticlePreviewProps {
  values: ArticleValues
  /** Null before it has gone out. */
  publishedAt: string | null
  device: Device
  /** Height of the phone's screen, any CSS length. */
  height?: string
}

/** What is being written, on the reader's own page. */
export function ArticlePreview({ values, publishedAt, device, height }: ArticlePreviewProps) {
  const { t } = useTranslation('articles')
  const themes = useQuery(themesQuery())
  const sites = useQuery(sitesQuery())
  const page = (
    <div className="news-page">
      <ReaderHeader isPicture />
      <ArticleView
        article={{
          title: values.title.trim() === '' ? t('field.titleEmpty') : values.title,
          summary: values.summary,
          body: values.body,
          author: values.author,
          cover: values.cover,
          pictures: notesOf(values),
          publishedAt,
          themeName: themes.data?.find(({ code }) => code === values.theme)?.name ?? null,
          siteName: sites.data?.find(({ code }) => code === values.site)?.name ?? null,
        }}
      />
    </div>
  )
  if (device === 'desktop') return <DesktopFrame label={t('preview.desktop')}>{page}</DesktopFrame>
  return (
    <PhoneFrame label={t('preview.phone')} {...(height === undefined ? {} : { height })}>
      {page}
    </PhoneFrame>
  )
}
