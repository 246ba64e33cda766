import type { PublicPictureView } from '@practice/access/contracts'
import { useTranslation } from 'react-i18next'
import { RichText } from '../../../components/rich-text/RichText'
import type { Cover } from '../article'
import { textOfCover } from '../pictures'
import { useDay } from './useDay'
import './news.css'

/** What readers see of an article. */
export interface ReaderArticle {
  title: string
  summary: string | null
  body: string | null
  author: string | null
  cover: Cover | null
  pictures: readonly PublicPictureView[]
  /** ISO; null while it is not out. */
  publishedAt: string | null
  themeName: string | null
  siteName: string | null
}

/** An article as it is read. Plain HTML: readers fetch nothing of the console. */
export function ArticleView({ article }: { article: ReaderArticle }) {
  const { t } = useTranslation('news')
  const day = useDay()
  const { cover, pictures } = article
  const facts = [
    article.siteName,
    article.author,
    article.publishedAt === null ? t('notOut') : day(article.publishedAt),
  ].filter((fact): fact is string => fact !== null && fact !== '')
  const caption = pictures.find(({ url }) => url === cover?.url)?.caption ?? ''
  return (
    <article className="news-article">
      {article.themeName !== null && <p className="news-theme">{article.themeName}</p>}
      <h1>{article.title}</h1>
      <p className="news-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {cover !== null && (
        <figure className="news-cover">
          <img src={cover.url} alt={textOfCover(cover, pictures)} />
          {caption !== '' && <figcaption>{caption}</figcaption>}
        </figure>
      )}
      {article.summary !== null && article.summary !== '' && <p className="news-summary">{article.summary}</p>}
      <RichText html={article.body ?? ''} />
    </article>
  )
}
