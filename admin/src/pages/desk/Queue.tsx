import type { Order } from '@practice/dispatch/contracts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { commandOrder } from '../../api/orders'
import { useMe } from '../../app/me'
import type { Picking } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { BulkBar } from '../../lists/BulkBar'
import type { BulkAction } from '../../lists/bulk'
import { usePicked } from '../../lists/usePicked'
import { DeskTools } from './DeskTools'
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

const keyOf = ({ documentId }: Order) => documentId
const nameOf = ({ number, serviceItem, site }: Order) => `${number} ${serviceItem.name} ${site.name}`
const mayDispatch = ({ allowed }: Order) => allowed.includes('dispatch')

/** The queue: groups with their counts, filters, and a page of rows, of which some may be picked to be planned or archived together. */
export function Queue({ address, orders }: QueueProps) {
  const { query, change } = address
  const { can } = useMe()
  const actions = useBulk()
  const mayPlan = can.includes('order.plan')
  const picked = usePicked({
    mayPick: (order) => (mayPlan && mayDispatch(order)) || actions.some(({ isFor }) => isFor(order)),
    shown: orders.orders,
    keyOf,
    nameOf,
  })
  return (
    <>
      <GroupTabs query={query} onChange={(group) => change({ group, state: null })} />
      <Filters query={query} onChange={change} />
      <div className="desk-tools">
        <DeskTools query={query} total={orders.total} />
      </div>
      <BulkBar rows={picked.rows} actions={actions} nameOf={nameOf} onClear={picked.clear}>
        {mayPlan && <PlanPicked orders={picked.rows.filter(mayDispatch)} />}
      </BulkBar>
      <Rows address={address} orders={orders} picking={picked.picking} />
      {orders.total > PAGE_SIZE && (
        <Pager
          align="center"
          current={query.page}
          pageSize={PAGE_SIZE}
          total={orders.total}
          onChange={(page) => change({ page })}
          style={{ padding: 12 }}
        />
      )}
    </>
  )
}

/** A plan is made of what can be dispatched. */
function PlanPicked({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation('desk')
  if (orders.length === 0) return null
  return (
    <Link to={`/plan?orders=${orders.map(keyOf).join(',')}`}>
      <Button type="primary">{t('chosen.plan')}</Button>
    </Link>
  )
}

/** What has been rated and is on file can be archived together; what is not on file yet says so by itself. */
function useBulk(): BulkAction<Order>[] {
  const { t } = useTranslation('common')
  const { can } = useMe()
  if (!can.includes('order.desk')) return []
  return [
    {
      key: 'archive',
      label: t('verb.archive'),
      isFor: ({ allowed }) => allowed.includes('archive'),
      consequence: () => t('command.confirm.archive'),
      act: ({ documentId, version }) => commandOrder(documentId, 'archive', { version }),
    },
  ]
}

interface RowsProps extends QueueProps {
  picking: Picking<Order>
}

function Rows({ address, orders, picking }: RowsProps) {
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
          isPicked={picking.isPicked(order)}
          onPick={picking.mayPick(order) ? (isPicked) => picking.onPick([order], isPicked) : null}
        />
      ))}
    </ul>
  )
}
