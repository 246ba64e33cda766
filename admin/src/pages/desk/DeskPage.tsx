import { FormOutlined, PartitionOutlined } from '@ant-design/icons'
import { Button, Flex } from 'antd'
import { Suspense, lazy, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, matchPath, useNavigate } from 'react-router'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { useFetchAhead } from '../../components/useFetchAhead'
import { useIsPhone } from '../../components/useIsPhone'
import { isSingleKey } from '../../shortcuts/keyboard'
import { Queue } from './Queue'
import { useDeskAddress } from './useDeskAddress'
import type { DeskAddress } from './useDeskAddress'
import { useDeskOrders } from './useDeskOrders'
import './desk.css'

const loadPane = () => import('./OrderPane').then((module) => ({ default: module.OrderPane }))
const OrderPane = lazy(loadPane)

/**
 * The desk: the queue on the left, the order on the right; on a phone one after the other. Who may only read sees the
 * same without verbs, because the server allows none.
 */
export default function DeskPage() {
  const { can } = useMe()
  const isDesk = can.includes('order.desk')
  const isPhone = useIsPhone()
  const address = useDeskAddress(isDesk ? 'toDispatch' : 'all')
  const orders = useDeskOrders(address.query)
  useDeskKeys(address, orders.ids)
  useFetchAhead(loadPane)

  const order = address.chosen !== null && (
    <Suspense fallback={<PageSkeleton />}>
      <OrderPane key={address.chosen} documentId={address.chosen} onClose={() => address.open(null)} />
    </Suspense>
  )
  if (isPhone) {
    return order === false ? (
      <>
        <DeskHeader />
        <Queue address={address} orders={orders} />
      </>
    ) : (
      order
    )
  }
  return (
    <div className="desk">
      <section className="desk-queue">
        <DeskHeader />
        <Queue address={address} orders={orders} />
      </section>
      <section className="desk-order">{order === false ? <NothingChosen /> : order}</section>
    </div>
  )
}

function DeskHeader() {
  const { t } = useTranslation(['desk', 'common'])
  const { can } = useMe()
  const isDesk = can.includes('order.desk')
  return (
    <PageHeader
      title={t(isDesk ? 'title' : 'readOnlyTitle')}
      actions={
        <>
          {can.includes('order.plan') && (
            <Link to="/plan">
              <Button icon={<PartitionOutlined />}>{t('plan')}</Button>
            </Link>
          )}
          {isDesk && can.includes('order.place') && (
            <Link to="/place">
              <Button icon={<FormOutlined />}>{t('common:menu.place')}</Button>
            </Link>
          )}
        </>
      }
    />
  )
}

function NothingChosen() {
  const { t } = useTranslation('desk')
  const { can } = useMe()
  return (
    <Flex vertical justify="center" style={{ minHeight: '60vh' }}>
      <EmptyState title={t('nothingChosen')} hint={t(can.includes('order.desk') ? 'keys' : 'readOnlyHint')} />
    </Flex>
  )
}

/** `j` and `k` walk the queue, `p` opens the plan. */
function useDeskKeys(address: DeskAddress, ids: readonly string[]): void {
  const navigate = useNavigate()
  const { can } = useMe()
  const mayPlan = can.includes('order.plan')
  const { chosen, open } = address
  const stood = useRef(0)
  useEffect(() => {
    const at = chosen === null ? -1 : ids.indexOf(chosen)
    if (at !== -1) stood.current = at
    /** From an order that has left the queue, on to the one that took its place. */
    function walk(step: number): void {
      // The address goes ahead of what is drawn: a quick press goes on from where the last one led.
      const asked = matchPath('/desk/:documentId', window.location.pathname)?.params.documentId
      const from = asked === undefined ? -1 : ids.indexOf(asked)
      const next = from !== -1 ? ids[from + step] : ids[asked === undefined ? 0 : stood.current + Math.min(step, 0)]
      if (next !== undefined) open(next)
    }
    function onKey(event: KeyboardEvent): void {
      if (!isSingleKey(event)) return
      if (event.key === 'j') walk(1)
      if (event.key === 'k') walk(-1)
      if (event.key === 'p' && mayPlan) void navigate('/plan')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [chosen, ids, open, navigate, mayPlan])
}
