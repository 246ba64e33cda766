import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'react-router'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { ArticleEditor } from './ArticleEditor'
import { newValues } from './article'
import { articleQuery } from './queries'

/** In the address, what is no article yet. */
const NEW = 'new'

/** The editor of the address's article; another article begins anew, and a new one goes on when it has been saved. */
export default function EditorPage() {
  const { documentId = NEW } = useParams()
  const location = useLocation()
  const editor = (location.state as { editor?: string } | null)?.editor
  return <Loaded key={editor ?? (documentId === NEW ? location.key : documentId)} documentId={documentId} />
}

function Loaded({ documentId }: { documentId: string }) {
  const { t } = useTranslation('articles')
  const me = useMe()
  const client = useQueryClient()
  const isNew = documentId === NEW
  const { data, error } = useQuery({ ...articleQuery(documentId), enabled: !isNew })
  // Whoever comes back gets the article as it is then.
  useEffect(() => () => client.removeQueries(articleQuery(documentId)), [client, documentId])

  if (isNew || data !== undefined) {
    return <ArticleEditor versions={data ?? null} empty={newValues(me.site?.code ?? '', me.displayName)} />
  }
  if (error === null) return <PageSkeleton />
  return (
    <EmptyState
      title={t('notLoaded')}
      hint={<RefusalAlert error={error} namespace="articles" />}
      action={
        <Link to="/articles">
          <Button>{t('back')}</Button>
        </Link>
      }
    />
  )
}
