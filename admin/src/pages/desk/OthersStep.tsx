import { CloseOutlined } from '@ant-design/icons'
import type { OrderDetail, OrderEvent } from '@practice/dispatch/contracts'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { useTimeWords } from '../../time/useTime'

/** What the clocks do is shown where the clocks are. */
const NOBODY = 'system'

/** Says who else has done something to the order since it was opened here, so that nobody wonders where it went. */
export function OthersStep({ order }: { order: OrderDetail }) {
  const { t } = useTranslation(['desk', 'common'])
  const { displayName, role } = useMe()
  const { when } = useTimeWords()
  const [seen, setSeen] = useState(order.events.length)
  const others = order.events
    .slice(seen)
    .filter(({ actor }) => actor.role !== NOBODY && (actor.name !== displayName || actor.role !== role))
  const last = others.at(-1)
  if (last === undefined) return <div role="status" />
  const by = { by: last.actor.name, when: when(last.at, true) }
  const team = teamOf(last)
  return (
    <div role="status">
      <Alert
        type="info"
        showIcon
        closable={{ closeIcon: <CloseOutlined />, 'aria-label': t('others.close') }}
        onClose={() => setSeen(order.events.length)}
        message={
          last.verb === 'dispatch' && team !== null
            ? t('others.dispatched', { ...by, team })
            : t('others.step', { ...by, verb: t(`common:verb.${last.verb}`) })
        }
      />
    </div>
  )
}

function teamOf({ data }: OrderEvent): string | null {
  const { team } = data
  if (typeof team !== 'object' || team === null || !('name' in team)) return null
  return typeof team.name === 'string' ? team.name : null
}
