import type { Order } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { Deadline } from '../../components/Deadline'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { StateTag } from '../../components/StateTag'
import { pollMs } from '../../live/poll'
import { deadlineOf } from '../../orders/clocks'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { STEPS, escalatedCountQuery, stepOf } from './escalated'

const PAGE_SIZE = 20

/** Orders that were late and were passed upwards: those that have come up to the leader, and those on their way. */
export default function EscalatedPage() {
  const { t } = useTranslation('escalated')
  const [asked, setStep] = useAddressParam<string>('step')
  const step = stepOf(asked)
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Flex vertical gap={12}>
        <Segmented
          aria-label={t('steps')}
          value={step}
          options={STEPS.map((value) => ({ value, label: <StepName step={value} /> }))}
          onChange={(value) => setStep(value === 'leader' ? null : value)}
        />
        <Orders step={step} />
      </Flex>
    </>
  )
}

function StepName({ step }: { step: (typeof STEPS)[number] }) {
  const { t } = useTranslation('escalated')
  const count = useQuery(escalatedCountQuery(step))
  return <span className="num">{t(`step.${step}`, { count: count.data ?? 0 })}</span>
}

function Orders({ step }: { step: (typeof STEPS)[number] }) {
  const { t } = useTranslation(['escalated', 'common'])
  const [pageText, setPage] = useAddressParam<string>('page')
  const page = Math.max(1, Math.floor(Number(pageText ?? 1)) || 1)
  const { result, query } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: page, pageSize: PAGE_SIZE },
    filters: [{ field: 'escalation', operator: 'eq', value: step }],
    sorters: [{ field: 'deadline', order: 'asc' }],
    queryOptions: { refetchInterval: pollMs, placeholderData: keepPreviousData },
  })
  const columns: Column<Order>[] = [
    {
      key: 'item',
      title: t('item'),
      render: (order) => <Link to={`/desk/${order.documentId}?group=overdue`}>{order.serviceItem.name}</Link>,
    },
    { key: 'site', title: t('site'), render: (order) => order.site.name },
    { key: 'state', title: t('state'), render: (order) => <StateTag state={order.state} /> },
    { key: 'team', title: t('team'), render: (order) => order.team?.name ?? t('nobody') },
    {
      key: 'late',
      title: t('late'),
      render: (order) => <Deadline at={deadlineOf(order)} pausedAt={order.clocks.pausedAt} />,
    },
    {
      key: 'number',
      title: t('number'),
      isWideOnly: true,
      render: (order) => <span className="num">{order.number}</span>,
    },
  ]
  const total = result.total ?? 0
  return (
    <>
      {query.isLoading && <RowsSkeleton />}
      <RefusalAlert
        error={query.error}
        action={<Button onClick={() => void query.refetch()}>{t('common:action.retry')}</Button>}
      />
      {query.isSuccess && result.data.length === 0 && <EmptyState title={t(`none.${step}`)} hint={t('noneHint')} />}
      {result.data.length > 0 && (
        <DataTable label={t('title')} columns={columns} rows={result.data} keyOf={({ documentId }) => documentId} />
      )}
      {total > PAGE_SIZE && (
        <Pager
          align="end"
          current={page}
          pageSize={PAGE_SIZE}
          total={total}
          onChange={(next) => setPage(next === 1 ? null : String(next))}
        />
      )}
    </>
  )
}
