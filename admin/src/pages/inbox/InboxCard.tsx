import { EnvironmentOutlined, UserOutlined } from '@ant-design/icons'
import type { Order } from '@practice/dispatch/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Deadline } from '../../components/Deadline'
import { StateTag } from '../../components/StateTag'
import { When } from '../../components/When'
import { OrderFlags } from '../../orders/OrderHead'
import { RequesterPhone } from '../../orders/RequesterPhone'
import { deadlineOf, runningClockOf } from '../../orders/clocks'
import { InboxActions } from './InboxActions'

/** One order: what, where, whom to call, until when, and the buttons that the server allows. */
export function InboxCard({ order }: { order: Order }) {
  const { t } = useTranslation('inbox')
  const { requester, site } = order
  return (
    <li className="inbox-card">
      <Link to={`/inbox/${order.documentId}`} className="inbox-card-head">
        <strong>{order.serviceItem.name}</strong>
        <span className="inbox-tags">
          <OrderFlags order={order} />
          <StateTag state={order.state} />
        </span>
      </Link>
      <div className="inbox-line">
        <EnvironmentOutlined /> <span>{[site.name, requester.address].filter(Boolean).join(' · ')}</span>
      </div>
      <div className="inbox-line">
        <UserOutlined /> <span>{requester.name}</span>
        <RequesterPhone order={order} />
      </div>
      <div className="inbox-facts">
        <Clock order={order} />
        {order.preferredAt !== null && (
          <span>
            {t('preferred')} <When at={order.preferredAt} withTime />
          </span>
        )}
        <span className="num inbox-quiet">{order.number}</span>
      </div>
      {order.note !== null && <p className="inbox-note">{order.note}</p>}
      <InboxActions order={order} />
    </li>
  )
}

function Clock({ order }: { order: Order }) {
  const { t } = useTranslation('common')
  const clock = runningClockOf(order.state)
  if (clock === null) return null
  return (
    <span>
      {t(`clock.${clock}`)} <Deadline at={deadlineOf(order)} pausedAt={order.clocks.pausedAt} />
    </span>
  )
}
