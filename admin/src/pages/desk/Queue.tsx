import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { Filters } from './Filters'
import { GroupTabs } from './GroupTabs'
import { QueueRow } from './QueueRow'
import { PAGE_SIZE } from './queue'
import type { DeskAddress } from './useDeskAddress'
import type { DeskOrders } from './useDeskOrders'

interface QueueProps {
  address: DeskAddress
  orders: DeskOrders
}

/** The queue: groups with their counts, filters, and a page of rows. */
export function Queue({ address, orders }: QueueProps) {
  const { query, change } = address
  return (
    <>
      <GroupTabs query={query} onChange={(group) => change({ group, state: null })} />
      <Filters query={query} onChange={change} />
      <Rows address={address} orders={orders} />
      {orders.total > PAGE_SIZE && (
        <Pager
          size="small"
          align="center"
          current={query.page}
          pageSize={PAGE_SIZE}
          total={orders.total}
          showSizeChanger={false}
          onChange={(page) => change({ page })}
          style={{ padding: 12 }}
        />
      )}
    </>
  )
}

function Rows({ address, orders }: QueueProps) {
  const { t } = useTranslation(['desk', 'common'])
  if (orders.isLoading) return <RowsSkeleton />
  if (orders.error !== null && orders.orders.length === 0) {
    return (
      <RefusalAlert
        error={orders.error}
        action={
          <Button size="small" onClick={orders.retry}>
            {t('common:action.retry')}
          </Button>
        }
      />
    )
  }
  if (orders.orders.length === 0) {
    return <EmptyState title={t(`empty.${address.query.group}`)} hint={t('emptyHint')} />
  }
  return (
    <ul className="desk-rows" aria-label={t('rows', { total: orders.total })}>
      {orders.orders.map((order) => (
        <QueueRow
          key={order.documentId}
          order={order}
          to={address.addressOf(order.documentId)}
          isChosen={order.documentId === address.chosen}
        />
      ))}
    </ul>
  )
}
