import type { Order, OrderState } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import { keepPreviousData } from '@tanstack/react-query'
import { Button, Flex, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { StateTag } from '../../components/StateTag'
import { When } from '../../components/When'
import { pollMs } from '../../live/poll'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'

const PAGE_SIZE = 20

/** What comes after the work: the rating, and what is kept on file. */
const STATES = ['completed', 'rated', 'archived'] as const satisfies readonly OrderState[]

/** The team's work that is done, the latest first, with how it was rated. */
export default function FinishedPage() {
  const { t } = useTranslation(['finished', 'common'])
  const { team } = useMe()
  const [asked, setState] = useAddressParam<string>('state')
  const state = STATES.find((known) => known === asked) ?? null
  return (
    <>
      <PageHeader title={t('title')} hint={team === null ? undefined : t('hint', { team: team.name })} />
      <Flex vertical gap={12}>
        <Segmented
          aria-label={t('states')}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: t('all') },
            ...STATES.map((value) => ({ value, label: t(`common:state.${value}`) })),
          ]}
          onChange={(value) => setState(value === 'all' ? null : value)}
        />
        <Orders states={state === null ? STATES : [state]} />
      </Flex>
    </>
  )
}

function Orders({ states }: { states: readonly OrderState[] }) {
  const { t } = useTranslation(['finished', 'common'])
  const [pageText, setPage] = useAddressParam<string>('page')
  const page = Math.max(1, Math.floor(Number(pageText ?? 1)) || 1)
  const { result, query } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: page, pageSize: PAGE_SIZE },
    filters: [{ field: 'state', operator: 'in', value: states }],
    sorters: [{ field: 'createdAt', order: 'desc' }],
    queryOptions: { refetchInterval: pollMs, placeholderData: keepPreviousData },
  })
  const columns: Column<Order>[] = [
    {
      key: 'item',
      title: t('item'),
      render: (order) => <Link to={`/inbox/${order.documentId}`}>{order.serviceItem.name}</Link>,
    },
    { key: 'site', title: t('site'), render: (order) => order.site.name },
    { key: 'requester', title: t('requester'), isWideOnly: true, render: (order) => order.requester.name },
    { key: 'state', title: t('state'), render: (order) => <StateTag state={order.state} /> },
    { key: 'rating', title: t('rating'), render: (order) => <Rating order={order} /> },
    { key: 'placed', title: t('placed'), render: (order) => <When at={order.createdAt} /> },
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
      {query.isSuccess && result.data.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
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

/** What residents gave and what staff wrote down for them are told apart; nobody's word is no praise. */
function Rating({ order: { rating } }: { order: Order }) {
  const { t } = useTranslation('finished')
  if (rating === null) return <>{t('unrated')}</>
  return <span className="num">{t(`rated.${rating.by}`, { count: rating.stars })}</span>
}
