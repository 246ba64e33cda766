import type { Order } from '@practice/dispatch/contracts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/error'
import { itemAddress, MY_ADDRESS, orderAddress } from '../address'
import { loadOrders } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { useResident } from '../me'
import { Link, navigate } from '../navigation'
import { draftOfBody } from '../order-form'
import { dropPhotos, localPhotosIn } from '../outbox/photos'
import { useOutbox } from '../outbox/useOutbox'
import type { WaitingOrder } from '../outbox/waiting-order'
import { Loadable } from '../parts/Loadable'
import { Page } from '../parts/Page'
import { Stars } from '../parts/Stars'
import { StateMark } from '../parts/StateMark'
import { useFailureText, useTimeWords } from '../useWords'
import { useOrderWords } from './useOrderWords'
import { draftOfItem } from './useOrderDraft'

const POLL_MS = 60_000

/** The household's orders: what waits on this device, then what the server has, the latest first. */
export function OrdersPage() {
  const { t } = useTranslation('resident')
  const { waiting } = useOutbox()
  const [pages, setPages] = useState(1)
  const orders = useLoad(`orders/${pages}`, (signal) => loadPages(pages, signal), POLL_MS)
  const { reload } = orders
  const before = useRef(waiting.length)
  useEffect(() => {
    // What has just been sent is to be seen at once.
    if (waiting.length < before.current) reload()
    before.current = waiting.length
  }, [waiting.length, reload])
  return (
    <Page title={t('orders.title')}>
      {waiting.length > 0 && (
        <ul className="my-cards" aria-label={t('orders.waiting')}>
          {waiting.map((order) => (
            <Waiting key={order.key} order={order} />
          ))}
        </ul>
      )}
      <Loadable loaded={orders}>
        {({ rows, isWhole }) => (
          <>
            {rows.length === 0 && waiting.length === 0 && <None />}
            <ul className="my-cards">
              {rows.map((order) => (
                <OrderCard key={order.documentId} order={order} />
              ))}
            </ul>
            {!isWhole && (
              <button type="button" className="my-button my-wide" onClick={() => setPages((count) => count + 1)}>
                {t('action.more')}
              </button>
            )}
          </>
        )}
      </Loadable>
    </Page>
  )
}

async function loadPages(pages: number, signal: AbortSignal): Promise<{ rows: Order[]; isWhole: boolean }> {
  const rows: Order[] = []
  for (let page = 1; ; page += 1) {
    const { data, meta } = await loadOrders(page, signal)
    rows.push(...data)
    if (page >= meta.pagination.pageCount) return { rows, isWhole: true }
    if (page >= pages) return { rows, isWhole: false }
  }
}

function None() {
  const { t } = useTranslation('resident')
  return (
    <div className="my-empty">
      <p>{t('orders.none')}</p>
      <Link className="my-button my-primary" to={MY_ADDRESS.menu}>
        {t('orders.first')}
      </Link>
    </div>
  )
}

function OrderCard({ order }: { order: Order }) {
  const words = useOrderWords()
  const { when } = useTimeWords()
  return (
    <li>
      <Link to={orderAddress(order.documentId)} className="my-card">
        <span className="my-head">
          <strong>{order.serviceItem.name}</strong>
          <StateMark state={order.state} />
        </span>
        <span>{words(order)}</span>
        <span className="my-quiet">
          {when(order.createdAt)} {order.rating !== null && <Stars stars={order.rating.stars} />}
        </span>
      </Link>
    </li>
  )
}

/** An order that the server does not have yet, or has refused. */
function Waiting({ order }: { order: WaitingOrder }) {
  const { t } = useTranslation('resident')
  const { username, displayName } = useResident()
  const failureText = useFailureText()
  const { when } = useTimeWords()
  const { outbox } = useOutbox()
  const { refusal } = order

  function correct(): void {
    draftOfItem(username, order.body.serviceItem).keep(draftOfBody(order.body, displayName))
    outbox.drop(order.key)
    navigate(itemAddress(order.body.serviceItem))
  }

  function drop(): void {
    outbox.drop(order.key)
    void dropPhotos(localPhotosIn(order.body)).catch(() => undefined)
  }

  return (
    <li className="my-card my-card-waiting">
      <span className="my-head">
        <strong>{order.item}</strong>
        <span className={`my-mark ${refusal === null ? 'my-waiting' : 'my-overdue'}`}>
          {t(refusal === null ? 'waiting.mark' : 'waiting.refused')}
        </span>
      </span>
      <span role="status">
        {refusal === null
          ? t('waiting.hint')
          : failureText(new ApiError(refusal.status, refusal.code, refusal.details))}
      </span>
      <span className="my-quiet">{when(new Date(order.madeAt).toISOString())}</span>
      <div className="my-actions">
        {refusal === null ? (
          <button type="button" className="my-button" onClick={() => void outbox.flush()}>
            {t('waiting.now')}
          </button>
        ) : (
          <button type="button" className="my-button" onClick={correct}>
            {t('waiting.correct')}
          </button>
        )}
        {refusal !== null && (
          <button type="button" className="my-button" onClick={drop}>
            {t('waiting.drop')}
          </button>
        )}
      </div>
    </li>
  )
}
