import { CheckCircleFilled } from '@ant-design/icons'
import type { Order } from '@practice/dispatch/contracts'
import { Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Deadline } from '../../components/Deadline'
import { deadlineOf } from '../../orders/clocks'
import { useTones } from '../../theme/useTones'

interface PlacedOrderProps {
  order: Order
  onAnother: () => void
}

/** It was placed: its number to read out, and where it leads. */
export function PlacedOrder({ order, onAnother }: PlacedOrderProps) {
  const { t } = useTranslation('place')
  const tones = useTones()
  return (
    <div className="place place-done" role="status">
      <CheckCircleFilled style={{ fontSize: 48, color: tones.done.solid }} />
      <Typography.Title level={1} style={{ margin: 0, fontSize: 20 }}>
        {t('done.title')}
      </Typography.Title>
      <p className="place-number num">{order.number}</p>
      <p>{[order.serviceItem.name, order.site.name, order.requester.name].join(' · ')}</p>
      <p>
        {t('done.next')} <Deadline at={deadlineOf(order)} />
      </p>
      <div className="place-done-actions">
        <Link to={`/desk/${order.documentId}?group=toDispatch`}>
          <Button type="primary" block>
            {t('done.open')}
          </Button>
        </Link>
        <Button onClick={onAnother}>{t('done.another')}</Button>
      </div>
    </div>
  )
}
