import { ArrowLeftOutlined } from '@ant-design/icons'
import type { OrderDetail } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { OrderActions } from '../../commands/OrderActions'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { ClockLine } from '../../orders/ClockLine'
import { CompletionCard } from '../../orders/CompletionCard'
import { OrderHead } from '../../orders/OrderHead'
import { RatingCard } from '../../orders/RatingCard'
import { RequestCard } from '../../orders/RequestCard'
import { Timeline } from '../../orders/Timeline'
import { orderQuery } from '../../orders/queries'
import { DeskMemory } from './DeskMemory'
import { OthersStep } from './OthersStep'
import { Dispatching } from './Suggestions'

interface OrderPaneProps {
  documentId: string
  onClose: () => void
}

/** One order, whole: a column of the desk, or a page of its own on a phone. */
export function OrderPane({ documentId, onClose }: OrderPaneProps) {
  const { t } = useTranslation('common')
  const isPhone = useIsPhone()
  const order = useQuery(orderQuery(documentId))

  return (
    <Flex vertical gap={16}>
      {isPhone && (
        <div>
          <Button type="text" icon={<ArrowLeftOutlined />} onClick={onClose}>
            {t('action.back')}
          </Button>
        </div>
      )}
      {order.data === undefined && order.isPending && <PageSkeleton />}
      {order.data === undefined && (
        <RefusalAlert
          error={order.error}
          action={
            <Button size="small" onClick={() => void order.refetch()}>
              {t('action.retry')}
            </Button>
          }
        />
      )}
      {order.data !== undefined && <Order order={order.data} />}
    </Flex>
  )
}

function Order({ order }: { order: OrderDetail }) {
  const isPhone = useIsPhone()
  return (
    <>
      <OrderHead order={order} actions={isPhone ? undefined : <OrderActions order={order} />} />
      <OthersStep order={order} />
      <ClockLine order={order} />
      <RequestCard order={order} />
      <DeskMemory order={order} />
      <Dispatching order={order} />
      <CompletionCard order={order} />
      <RatingCard order={order} />
      <Timeline order={order} />
      {isPhone && (
        <div className="desk-thumb">
          <OrderActions order={order} isBlock />
        </div>
      )}
    </>
  )
}
