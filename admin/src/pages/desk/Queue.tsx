import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
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

/** More than this no person looks over line by line. */
const PICKED_MOST = 100

/** The queue: groups with their counts, filters, and a page of rows, of which some may be picked to be planned together. */
export function Queue({ address, orders }: QueueProps) {
  const { query, change } = address
  const { can } = useMe()
  const [picked, setPicked] = useState<readonly string[]>([])
  const pick = (documentId: string, isPicked: boolean) =>
    setPicked((before) => {
      const others = before.filter((id) => id !== documentId)
      return isPicked ? [...others, documentId].slice(-PICKED_MOST) : others
    })
  return (
    <>
      <GroupTabs query={query} onChange={(group) => change({ group, state: null })} />
      <Filters query={query} onChange={change} />
      {picked.length > 0 && <Picked picked={picked} onClear={() => setPicked([])} />}
      <Rows address={address} orders={orders} picked={picked} onPick={can.includes('order.plan') ? pick : null} />
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

function Picked({ picked, onClear }: { picked: readonly string[]; onClear: () => void }) {
  const { t } = useTranslation('desk')
  return (
    <Flex wrap gap={8} align="center" style={{ padding: '4px 0 8px' }}>
      <span role="status">{t('chosen.count', { count: picked.length })}</span>
      <Link to={`/plan?orders=${picked.join(',')}`}>
        <Button type="primary">{t('chosen.plan')}</Button>
      </Link>
      <Button type="text" onClick={onClear}>
        {t('chosen.clear')}
      </Button>
    </Flex>
  )
}

interface RowsProps extends QueueProps {
  picked: readonly string[]
  /** Null for those who make no plans. */
  onPick: ((documentId: string, isPicked: boolean) => void) | null
}

function Rows({ address, orders, picked, onPick }: RowsProps) {
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
          isPicked={picked.includes(order.documentId)}
          onPick={onPick !== null && order.allowed.includes('dispatch') ? onPick : null}
        />
      ))}
    </ul>
  )
}
