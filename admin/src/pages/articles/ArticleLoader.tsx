import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { ArticleEditor } from './ArticleEditor'
import { newValues } from './article'
import { articleQuery } from './queries'

/** Loads an article before it is edited; without a `documentId` a new one is begun. */
export function ArticleLoader({ documentId }: { documentId: string | null }) {
  const me = useMe()
  if (documentId !== null) return <Loaded documentId={documentId} />
  return <ArticleEditor versions={null} empty={newValues(me.site?.code ?? '', me.displayName)} />
}

function Loaded({ documentId }: { documentId: string }) {
  const { t } = useTranslation('articles')
  const me = useMe()
  const { data, error } = useQuery(articleQuery(documentId))
  if (data !== undefined) {
    return <ArticleEditor versions={data} empty={newValues(me.site?.code ?? '', me.displayName)} />
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
