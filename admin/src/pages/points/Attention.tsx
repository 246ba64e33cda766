import { rangeOf, tierOf } from '@practice/kernel'
import type { PointsSummary, ScoreRecord } from '@practice/scoring/contracts'
import { useList } from '@refinedev/core'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { useMayOpen } from '../links'
import { silentSitesQuery } from './silent'

const SHOWN = 5
const SILENT_DAYS = 30

/** What in a town asks for somebody: records that wait longest for their review, and villages that went silent. */
export function Attention({ summary }: { summary: PointsSummary }) {
  const mayOpen = useMayOpen()
  if (tierOf(summary.site.code) !== 'town') return null
  return (
    <div className="points-attention">
      {mayOpen('records') && <Waiting site={summary.site.code} count={summary.waiting.recorded} />}
      <Silent summary={summary} />
    </div>
  )
}

function Waiting({ site, count }: { site: string; count: number }) {
  const { t } = useTranslation('points')
  const { from, below } = rangeOf(site)
  const { result, query } = useList<ScoreRecord>({
    resource: 'scoring/records',
    pagination: { currentPage: 1, pageSize: SHOWN },
    sorters: [{ field: 'recordedAt', order: 'asc' }],
    filters: [
      { field: 'state', operator: 'eq', value: 'recorded' },
      { field: 'site', operator: 'gte', value: from },
      { field: 'site', operator: 'lt', value: below },
    ],
  })
  return (
    <Card
      size="small"
      title={t('waiting.title')}
      extra={count > SHOWN && <Link to={`/records?site=${site}&state=recorded`}>{t('waiting.all', { count })}</Link>}
    >
      {query.isLoading && <RowsSkeleton rows={3} />}
      <RefusalAlert error={query.error} />
      {query.isSuccess && result.data.length === 0 && (
        <EmptyState title={t('waiting.none')} hint={t('waiting.noneHint')} />
      )}
      <ul className="points-list">
        {result.data.map((record) => (
          <li key={record.documentId}>
            <Link to={`/records/${record.documentId}?site=${site}&state=recorded`} className="points-line">
              {[record.site.name, record.card.holder, record.rule.name].join(t('common:separator'))}
              <span>
                <When at={record.recordedAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Silent({ summary: { below } }: { summary: PointsSummary }) {
  const { t } = useTranslation('points')
  const sites = below.filter(({ cards }) => cards > 0).map(({ site }) => site)
  const silent = useQuery(
    silentSitesQuery(
      sites.map(({ code }) => code),
      SILENT_DAYS,
    ),
  )
  const names = new Map(sites.map(({ code, name }) => [code, name]))
  return (
    <Card size="small" title={t('silent.title', { count: SILENT_DAYS })}>
      {silent.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={silent.error} />
      {silent.data?.length === 0 && <EmptyState title={t('silent.none')} hint={t('silent.noneHint')} />}
      <ul className="points-list">
        {(silent.data ?? []).map(({ code, lastAt }) => (
          <li key={code}>
            <Link to={`/points?site=${code}`} className="points-line">
              {names.get(code)}
              <span>{lastAt === null ? t('silent.never') : <Last at={lastAt} />}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Last({ at }: { at: string }) {
  const { t } = useTranslation('points')
  return (
    <>
      {t('silent.last')} <When at={at} />
    </>
  )
}
