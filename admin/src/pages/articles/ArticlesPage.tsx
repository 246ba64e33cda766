import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { NotFoundPage } from '../../app/ErrorPages'
import { PageSkeleton } from '../../components/PageSkeleton'
import { ArticleList } from './ArticleList'

const EditorPage = lazy(() => import('./EditorPage'))

/** News: the list, and the page on which one is written, which is fetched when it is opened. */
export default function ArticlesPage() {
  const editor = (
    <Suspense fallback={<PageSkeleton />}>
      <EditorPage />
    </Suspense>
  )
  return (
    <Routes>
      <Route index element={<ArticleList />} />
      <Route path=":documentId" element={editor} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
