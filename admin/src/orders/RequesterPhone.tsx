import type { Order, OrderState } from '@practice/dispatch/contracts'
import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../app/me'
import { Phone } from '../components/Phone'

/** From accept to complete a team leader may see the number (permissions.md); the server holds it, this spares a refusal. */
const TEAM_SEES_IN: readonly OrderState[] = ['accepted', 'started']

/** The requester's phone; to a team that has not accepted it is masked, and it says when it will not be. */
export function RequesterPhone({ order }: { order: Pick<Order, 'documentId' | 'state' | 'requester'> }) {
  const { t } = useTranslation('common')
  const { role } = useMe()
  const { phone } = order.requester
  if (role === 'team-leader' && !TEAM_SEES_IN.includes(order.state)) {
    return (
      <span>
        <span className="num">{phone}</span>{' '}
        {(order.state === 'dispatched' || order.state === 'pooled') && (
          <Typography.Text type="secondary">{t('phone.afterAccept')}</Typography.Text>
        )}
      </span>
    )
  }
  return (
    <Phone
      key={`${order.documentId}:${phone}`}
      value={phone}
      subject={{ type: 'order', documentId: order.documentId }}
    />
  )
}
