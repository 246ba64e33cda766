import { EnvironmentOutlined } from '@ant-design/icons'
import type { Order } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import { Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Deadline } from '../../../components/Deadline'
import { EmptyState } from '../../../components/EmptyState'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { Phone } from '../../../components/Phone'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { StateTag } from '../../../components/StateTag'
import { When } from '../../../components/When'
import { OrderFlags } from '../../../orders/OrderHead'
import { deadlineOf } from '../../../orders/clocks'
import { pollMs } from '../../../live/poll'
import { FigureLink } from '../../../components/FigureLink'

const SHOWN = 100

/** When one is expected there, else when it has to be done; what is paused comes last. */
function visitRank(order: Order): string {
  const at = order.preferredAt ?? deadlineOf(order) ?? order.createdAt
  return order.clocks.pausedAt === null ? `0${at}` : `1${at}`
}

/** The team leader: what waits for an answer, and the next visits in the order in which they are due. */
export default function TeamHome() {
  const { t } = useTranslation('home')
  const { result, query } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: 1, pageSize: SHOWN },
    filters: [{ field: 'state', operator: 'in', value: ['pooled', 'dispatched', 'accepted', 'started'] }],
    queryOptions: { refetchInterval: pollMs },
  })
  const orders = result.data
  const count = (state: Order['state']) =>
    query.isSuccess ? orders.filter((order) => order.state === state).length : null
  const visits = orders
    .filter(({ state }) => state === 'accepted' || state === 'started')
    .sort((one, other) => visitRank(one).localeCompare(visitRank(other)))

  return (
    <Flex vertical gap={16}>
      <nav className="figures" aria-label={t('team.figures')}>
        <FigureLink label={t('team.toAccept')} count={count('dispatched')} to="/inbox?group=toAccept" />
        <FigureLink label={t('team.pooled')} count={count('pooled')} to="/inbox?group=pooled" />
        <FigureLink label={t('team.accepted')} count={count('accepted')} to="/inbox?group=toVisit" />
        <FigureLink label={t('team.started')} count={count('started')} to="/inbox?group=inHand" />
      </nav>
      <RefusalAlert error={query.error} />
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {t('team.next')}
      </Typography.Title>
      {query.isLoading && <RowsSkeleton rows={3} />}
      {query.isSuccess && visits.length === 0 && <EmptyState title={t('team.none')} hint={t('team.noneHint')} />}
      {visits.map((order) => (
        <Visit key={order.documentId} order={order} />
      ))}
    </Flex>
  )
}

function Visit({ order }: { order: Order }) {
  const { t } = useTranslation('home')
  const { requester, site } = order
  return (
    <Card size="small">
      <Flex vertical gap={8}>
        <Flex wrap justify="space-between" gap={8}>
          <Link to={`/inbox/${order.documentId}`}>
            <strong>{order.serviceItem.name}</strong>
          </Link>
          <Flex wrap gap={8} align="center">
            <OrderFlags order={order} />
            <StateTag state={order.state} />
          </Flex>
        </Flex>
        <span>
          <EnvironmentOutlined /> {[site.name, requester.address].filter(Boolean).join(' · ')}
        </span>
        <Flex wrap gap="4px 16px" align="center">
          <span>{requester.name}</span>
          <Phone value={requester.phone} subject={{ type: 'order', documentId: order.documentId }} />
        </Flex>
        <Flex wrap gap="4px 16px">
          {order.preferredAt !== null && (
            <span>
              {t('team.preferred')} <When at={order.preferredAt} withTime />
            </span>
          )}
          <Deadline at={deadlineOf(order)} pausedAt={order.clocks.pausedAt} />
        </Flex>
        {order.note !== null && <Typography.Text type="secondary">{order.note}</Typography.Text>}
      </Flex>
    </Card>
  )
}
