import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recordQuery } from '../../api/records'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { isPhoto } from '../../scoring/evidence/EvidenceGallery'
import { ReviewDesk } from './ReviewDesk'
import { useSitting } from './useSitting'
import '../../scoring/record-view/record-view.css'
import './review.css'

/** The reviewer's queue: one record at a time, the next one fetched ahead. */
export default function ReviewPage() {
  const { t } = useTranslation(['review', 'common'])
  const sitting = useSitting()
  const record = useQuery({ ...recordQuery(sitting.open ?? ''), enabled: sitting.open !== null })
  useFetchAhead(sitting.ahead)
  const { progress } = sitting
  const again = (retry: () => void) => (
    <Button size="small" onClick={retry}>
      {t('common:action.retry')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={
          <>
            {sitting.waiting !== null && <Waiting waiting={sitting.waiting} />}
            <span className="review-keys">{t('keys')}</span>
          </>
        }
        actions={progress !== null && <Progress at={progress.at} of={progress.of} />}
      />
      {sitting.error !== null && (
        <RefusalAlert error={sitting.error} namespace="scoring" action={again(sitting.retry)} />
      )}
      {sitting.open === null && sitting.isLoading && <PageSkeleton />}
      {sitting.open === null && !sitting.isLoading && sitting.error === null && (
        <EmptyState
          title={t('none')}
          hint={t('noneHint')}
          action={
            <Link to="/reviewed">
              <Button>{t('toReviewed')}</Button>
            </Link>
          }
        />
      )}
      {sitting.open !== null && record.data === undefined && record.isPending && <PageSkeleton />}
      {sitting.open !== null && record.data === undefined && !record.isPending && (
        <RefusalAlert error={record.error} namespace="scoring" action={again(() => void record.refetch())} />
      )}
      {sitting.open !== null && record.data !== undefined && (
        <ReviewDesk
          key={record.data.documentId}
          record={record.data}
          onMove={sitting.move}
          onDecided={sitting.settle}
        />
      )}
    </>
  )
}

/** How many wait, and since when. */
function Waiting({ waiting: { count, since } }: { waiting: { count: number; since: string } }) {
  const { t } = useTranslation('review')
  return (
    <span className="num review-waiting">
      {t('waiting', { count })} <When at={since} />
    </span>
  )
}

function Progress({ at, of }: { at: number; of: number }) {
  const { t } = useTranslation('review')
  return (
    <span className="num review-progress" aria-label={t('progressLabel', { at, of })}>
      {t('progress', { at, of })}
    </span>
  )
}

/** While one looks at a record, the next one and its photos come already. */
function useFetchAhead(documentId: string | null): void {
  const client = useQueryClient()
  useEffect(() => {
    if (documentId === null) return
    void client.fetchQuery({ ...recordQuery(documentId), staleTime: 15_000 }).then(
      (record) => {
        for (const file of record.evidence.filter(isPhoto)) new Image().src = file.url
      },
      // It is asked for again, and its failure shown, once it is opened.
      () => undefined,
    )
  }, [client, documentId])
}
