import { useTranslation } from 'react-i18next'
import { BrandMark } from '../../../components/BrandMark'
import { NewsArticle } from './NewsArticle'
import { NewsList } from './NewsList'
import { articleIn, newsAddress } from './address'
import './news.css'

/** The public's pages: news without a login and without anything of the console. Links are plain links. */
export default function NewsApp() {
  const { t } = useTranslation('articles')
  const documentId = articleIn(location.pathname)
  return (
    <div className="news-page news-whole">
      <header className="news-header">
        <a href={newsAddress()}>
          <BrandMark size={28} />
          <span>{t('reader.title')}</span>
        </a>
      </header>
      <main>{documentId === null ? <NewsList /> : <NewsArticle documentId={documentId} />}</main>
    </div>
  )
}
