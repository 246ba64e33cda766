import { rangeOf } from '@practice/kernel'
import type { ScoreRecord } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { pointsListQuery } from '../../scoring/record-view/requests'

const SHOWN = 6

/** The records of a site and below that wait longest for their review. */
export function OldestRecords({ site }: { site: string }) {
  const { t } = useTranslation(['home', 'common'])
  const { from, below } = rangeOf(site)
  const filters = { state: { $eq: 'recorded' }, site: { $gte: from, $lt: below } }
  const list = useQuery(
    pointsListQuery<ScoreRecord>('/records', { filters, sort: ['recordedAt:asc'], pageSize: SHOWN }),
  )
  const rows = list.data?.rows ?? []
  const all = `/records?site=${site}&state=recorded`
  return (
    <Card
      size="small"
      title={t('waiting.title')}
      extra={
        list.data !== undefined &&
        rows.length > 0 && <Link to={all}>{t('waiting.all', { count: list.data.total })}</Link>
      }
    >
      {list.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={list.data === undefined ? list.error : null} />
      {list.isSuccess && rows.length === 0 && <EmptyState title={t('waiting.none')} hint={t('waiting.noneHint')} />}
      <ul className="lines">
        {rows.map((record) => (
          <li key={record.documentId}>
            <Link to={`/records/${record.documentId}?site=${site}&state=recorded`} className="line">
              <span className="line-name">{[record.card.holder, record.rule.name].join(t('common:separator'))}</span>
              <span className="line-quiet">{record.site.name}</span>
              <When at={record.recordedAt} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
