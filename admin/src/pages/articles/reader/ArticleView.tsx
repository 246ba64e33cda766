import { useTranslation } from 'react-i18next'
import { RichText } from '../../../components/rich-text/RichText'
import { textOfCover } from '../article'
import type { Cover } from '../article'
import { useDay } from './useDay'
import './news.css'

/** What readers see of an article. */
export interface ReaderArticle {
  title: string
  summary: string | null
  body: string | null
  author: string | null
  cover: Cover | null
  /** ISO; null while it is not out. */
  publishedAt: string | null
  themeName: string | null
  siteName: string | null
}

/** An article as it is read on a phone. Plain HTML: readers fetch nothing of the console. */
export function ArticleView({ article }: { article: ReaderArticle }) {
  const { t } = useTranslation('articles')
  const day = useDay()
  const facts = [
    article.siteName,
    article.author,
    article.publishedAt === null ? t('reader.notOut') : day(article.publishedAt),
  ].filter((fact): fact is string => fact !== null && fact !== '')
  return (
    <article className="news-article">
      {article.themeName !== null && <p className="news-theme">{article.themeName}</p>}
      <h1>{article.title}</h1>
      <p className="news-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {article.cover !== null && (
        <img className="news-cover" src={article.cover.url} alt={textOfCover(article.cover)} />
      )}
      {article.summary !== null && article.summary !== '' && <p className="news-summary">{article.summary}</p>}
      <RichText html={article.body ?? ''} />
    </article>
  )
}
