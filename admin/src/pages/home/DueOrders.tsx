import type { Order } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import { Card, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Deadline } from '../../components/Deadline'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UrgentSign } from '../../orders/OrderHead'
import { deadlineOf } from '../../orders/clocks'
import { pollMs } from '../../live/poll'
import { LinkButton } from './LinkButton'

const SHOWN = 8

/** The orders that nobody has yet, by when they have to be dispatched, and the two ways to do it: one by one, or planned together. */
export function DueOrders() {
  const { t } = useTranslation('home')
  const { result, query } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: 1, pageSize: SHOWN },
    filters: [{ field: 'state', operator: 'in', value: ['placed', 'pooled'] }],
    sorters: [{ field: 'deadline', order: 'asc' }],
    queryOptions: { refetchInterval: pollMs },
  })
  const total = result.total ?? 0
  return (
    <Card
      size="small"
      title={t('due.title')}
      extra={total > 0 && <Link to="/desk?group=toDispatch">{t('due.all', { count: total })}</Link>}
    >
      {query.isLoading && <RowsSkeleton rows={3} />}
      <RefusalAlert error={query.error} />
      {query.isSuccess && total === 0 && <EmptyState title={t('due.none')} hint={t('due.noneHint')} />}
      <ul className="lines">
        {result.data.map((order) => (
          <li key={order.documentId}>
            <Link to={`/desk/${order.documentId}?group=toDispatch`} className="line">
              <span className="line-name">
                {order.urgency === 'urgent' && <UrgentSign />}
                {order.serviceItem.name}
              </span>
              <span className="line-quiet">{order.site.name}</span>
              <Deadline at={deadlineOf(order)} pausedAt={order.clocks.pausedAt} />
            </Link>
          </li>
        ))}
      </ul>
      {total > 0 && (
        <Flex wrap gap={8} className="home-actions">
          <LinkButton type="primary" to="/desk?group=toDispatch">
            {t('toDesk')}
          </LinkButton>
          <LinkButton to="/plan">{t('toPlan', { count: total })}</LinkButton>
        </Flex>
      )}
    </Card>
  )
}
