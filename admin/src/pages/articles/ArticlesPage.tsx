import { Route, Routes, useParams } from 'react-router'
import { NotFoundPage } from '../../app/ErrorPages'
import { ArticleList } from './ArticleList'
import { ArticleLoader } from './ArticleLoader'

/** The editor of the address's article; another article begins anew. */
function EditorPage() {
  const { documentId } = useParams()
  return <ArticleLoader key={documentId ?? 'new'} documentId={documentId ?? null} />
}

/** News: the list, and the page on which one is written. */
export default function ArticlesPage() {
  return (
    <Routes>
      <Route index element={<ArticleList />} />
      <Route path="new" element={<EditorPage />} />
      <Route path=":documentId" element={<EditorPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
