import { ArrowLeftOutlined } from '@ant-design/icons'
import type { OrderDetail } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { ClockLine } from '../../orders/ClockLine'
import { CompletionCard } from '../../orders/CompletionCard'
import { OrderHead } from '../../orders/OrderHead'
import { RatingCard } from '../../orders/RatingCard'
import { RequestCard } from '../../orders/RequestCard'
import { Timeline } from '../../orders/Timeline'
import { orderQuery } from '../../orders/queries'
import { InboxActions } from './InboxActions'

/** One order as a page, with the buttons at the thumb. */
export function InboxOrder({ documentId }: { documentId: string }) {
  const { t } = useTranslation('common')
  const order = useQuery(orderQuery(documentId))
  return (
    <div className="inbox">
      <BackLink to="/inbox" />
      {order.data === undefined && order.isPending && <PageSkeleton />}
      {order.data === undefined && (
        <RefusalAlert
          error={order.error}
          action={<Button onClick={() => void order.refetch()}>{t('action.retry')}</Button>}
        />
      )}
      {order.data !== undefined && <Whole order={order.data} />}
    </div>
  )
}

/** A step back that is a link, so that it also works where a shared link was opened. */
export function BackLink({ to }: { to: string }) {
  const { t } = useTranslation('common')
  return (
    <Link to={to} className="inbox-back">
      <ArrowLeftOutlined /> {t('action.back')}
    </Link>
  )
}

function Whole({ order }: { order: OrderDetail }) {
  return (
    <Flex vertical gap={16}>
      <OrderHead order={order} />
      <ClockLine order={order} />
      <RequestCard order={order} />
      <CompletionCard order={order} />
      <RatingCard order={order} />
      <Timeline order={order} />
      {order.allowed.length > 0 && (
        <div className="inbox-thumb">
          <InboxActions order={order} />
        </div>
      )}
    </Flex>
  )
}
