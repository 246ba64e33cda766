import type { Order } from '@practice/dispatch/contracts'
import { Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Deadline } from '../../components/Deadline'
import { StateTag } from '../../components/StateTag'
import { When } from '../../components/When'
import { deadlineOf } from '../../orders/clocks'
import { UrgentSign } from '../../orders/OrderHead'

interface QueueRowProps {
  order: Order
  to: string
  isChosen: boolean
  isPicked: boolean
  /** Null where nothing can be done with it beside others. */
  onPick: ((isPicked: boolean) => void) | null
}

/** One order of the queue: what, where, for whom, how it stands and how long it still has. */
export function QueueRow({ order, to, isChosen, isPicked, onPick }: QueueRowProps) {
  const { t } = useTranslation('desk')
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const deadline = deadlineOf(order)
  return (
    <li ref={row} className="desk-item">
      {onPick !== null && (
        <Checkbox
          className="desk-pick"
          checked={isPicked}
          aria-label={t('chosen.row', { number: order.number })}
          onChange={(event) => onPick(event.target.checked)}
        />
      )}
      <Link to={to} className="desk-row" aria-current={isChosen ? 'true' : undefined}>
        <span className="desk-row-line">
          <span className="desk-row-title">
            {order.urgency === 'urgent' && <UrgentSign />}
            {order.serviceItem.name}
          </span>
          {deadline === null ? (
            <span className="desk-quiet">
              <When at={order.createdAt} />
            </span>
          ) : (
            <Deadline at={deadline} pausedAt={order.clocks.pausedAt} />
          )}
        </span>
        <span className="desk-row-line">
          <span className="desk-row-facts">
            {order.site.name} · {order.requester.name}
            {order.team !== null && ` · ${order.team.name}`}
          </span>
          <StateTag state={order.state} />
        </span>
      </Link>
    </li>
  )
}
