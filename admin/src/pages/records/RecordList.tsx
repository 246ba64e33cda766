import type { ScoreRecord } from '@practice/scoring/contracts'
import { useList } from '@refinedev/core'
import { keepPreviousData } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { pollMs } from '../../live/poll'
import { Points } from '../../scoring/record-view/Points'
import { RecordStateTag } from '../../scoring/record-view/RecordStateTag'
import { filtersOfRecords } from './records-query'
import type { RecordsQuery } from './records-query'

interface RecordListProps {
  query: RecordsQuery
  addressOf: (documentId: string) => string
  onPage: (page: number) => void
}

const PAGE_SIZE = 20

/** A page of records, the latest first. */
export function RecordList({ query, addressOf, onPage }: RecordListProps) {
  const { t } = useTranslation(['records', 'common'])
  const columns = useColumns(addressOf)
  const filters = filtersOfRecords(query)
  const { result, query: request } = useList<ScoreRecord>({
    resource: 'scoring/records',
    pagination: { currentPage: query.page, pageSize: PAGE_SIZE },
    sorters: [{ field: 'recordedAt', order: 'desc' }],
    filters,
    queryOptions: { refetchInterval: pollMs, placeholderData: keepPreviousData },
  })
  const total = result.total ?? 0
  return (
    <Flex vertical gap={12}>
      {request.isLoading && <RowsSkeleton />}
      <RefusalAlert
        error={request.error}
        action={
          <Button size="small" onClick={() => void request.refetch()}>
            {t('common:action.retry')}
          </Button>
        }
      />
      {request.isSuccess && result.data.length === 0 && (
        <EmptyState title={t('none')} hint={t(filters.length > 0 ? 'noneNarrowed' : 'noneHint')} />
      )}
      {result.data.length > 0 && (
        <DataTable label={t('title')} columns={columns} rows={result.data} keyOf={({ documentId }) => documentId} />
      )}
      {total > PAGE_SIZE && (
        <Pager
          align="end"
          current={query.page}
          pageSize={PAGE_SIZE}
          total={total}
          showTotal={(count) => t('common:search.total', { count })}
          onChange={onPage}
        />
      )}
    </Flex>
  )
}

function useColumns(addressOf: (documentId: string) => string): Column<ScoreRecord>[] {
  const { t } = useTranslation(['records', 'scoring'])
  const me = useMe()
  const site: Column<ScoreRecord> = {
    key: 'site',
    title: t('site'),
    render: (record) => record.site.name,
    isWideOnly: true,
  }
  return [
    {
      key: 'holder',
      title: t('scoring:record.holder'),
      render: ({ documentId, card }) => <Link to={addressOf(documentId)}>{card.holder}</Link>,
    },
    { key: 'rule', title: t('scoring:record.rule'), render: ({ rule }) => rule.name },
    {
      key: 'points',
      title: t('scoring:record.points'),
      isNumber: true,
      render: ({ points }) => <Points points={points} />,
    },
    { key: 'state', title: t('state'), render: ({ state }) => <RecordStateTag state={state} /> },
    ...(me.site?.tier === 'village' ? [] : [site]),
    {
      key: 'occurredAt',
      title: t('scoring:record.occurredAt'),
      render: ({ occurredAt }) => <When at={occurredAt} />,
    },
    {
      key: 'recordedBy',
      title: t('scoring:record.recordedBy'),
      isWideOnly: true,
      render: ({ recordedBy }) => recordedBy.name,
    },
    {
      key: 'number',
      title: t('scoring:record.number'),
      isWideOnly: true,
      render: ({ number }) => <span className="num records-quiet">{number}</span>,
    },
  ]
}
