import { NewsArticle } from './NewsArticle'
import { NewsList } from './NewsList'
import { ReaderHeader } from './ReaderHeader'
import { articleIn } from './address'
import './news.css'

/** The public's pages: news without a login and without anything of the console. Links are plain links. */
export default function NewsApp() {
  const documentId = articleIn(location.pathname)
  return (
    <div className="news-page news-whole">
      <ReaderHeader />
      <main>{documentId === null ? <NewsList /> : <NewsArticle documentId={documentId} />}</main>
    </div>
  )
}
