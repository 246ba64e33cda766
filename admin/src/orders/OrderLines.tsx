import type { Order } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import type { CrudFilter } from '@refinedev/core'
import { Card } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Deadline } from '../components/Deadline'
import { EmptyState } from '../components/EmptyState'
import { RowsSkeleton } from '../components/PageSkeleton'
import { RefusalAlert } from '../components/RefusalAlert'
import { StateTag } from '../components/StateTag'
import { deadlineOf } from './clocks'
import { UrgentSign } from './OrderHead'
import { pollMs } from '../live/poll'
import './order-lines.css'

interface OrderLinesProps {
  title: string
  filters: CrudFilter[]
  /** What stands there when there is none. */
  empty: string
  emptyHint?: string
  /** Leads to all of them, where more than a few are expected. */
  all?: string
  most?: number
}

/** The first few orders of a kind in the queue's order, each leading to itself. */
export function OrderLines({ title, filters, empty, emptyHint, all, most = 6 }: OrderLinesProps) {
  const { t } = useTranslation('common')
  const { result, query } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: 1, pageSize: most },
    filters,
    queryOptions: { refetchInterval: pollMs },
  })
  const total = result.total ?? 0
  return (
    <Card
      size="small"
      title={title}
      extra={all !== undefined && total > most && <Link to={all}>{t('order.all', { count: total })}</Link>}
    >
      {query.isLoading && <RowsSkeleton rows={3} />}
      <RefusalAlert error={query.error} />
      {query.isSuccess && result.data.length === 0 && <EmptyState title={empty} hint={emptyHint} />}
      <ul className="order-lines">
        {result.data.map((order) => (
          <li key={order.documentId}>
            <Link to={`/desk/${order.documentId}`} className="order-line">
              <span className="order-line-name">
                {order.urgency === 'urgent' && <UrgentSign />}
                {order.serviceItem.name} · {order.requester.name}
              </span>
              <Deadline at={deadlineOf(order)} pausedAt={order.clocks.pausedAt} />
              <StateTag state={order.state} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
