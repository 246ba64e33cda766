import type { Plan } from '@practice/dispatch/contracts'
import { Card, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** What stays open, each with its reason. */
export function UnassignedOrders({ orders }: { orders: Plan['unassigned'] }) {
  const { t } = useTranslation('plan')
  if (orders.length === 0) return null
  return (
    <Card size="small" title={t('unassigned', { count: orders.length })}>
      <ul className="plan-unassigned">
        {orders.map(({ order, because }) => (
          <li key={order.documentId}>
            <div className="plan-order">
              <Link to={`/desk/${order.documentId}`}>{order.serviceItem.name}</Link>
              <Typography.Text type="secondary">
                {order.site.name} · <span className="num">{order.number}</span>
              </Typography.Text>
            </div>
            <span>{because}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
