import type { OrderDetail, OrderEvent } from '@practice/dispatch/contracts'
import { Card, Timeline as AntdTimeline, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { TONE_OF_STATE } from '../components/StateTag'
import { When } from '../components/When'
import { useTones } from '../theme/useTones'

/** What happened to an order, the newest first: who did what, when, and why. */
export function Timeline({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('common')
  const tones = useTones()
  const isLate = (event: OrderEvent) => event.verb === 'overdue' || event.verb === 'escalate'
  return (
    <Card size="small" title={t('order.timeline')}>
      <AntdTimeline
        style={{ marginTop: 8, marginBottom: -24 }}
        items={[...order.events].reverse().map((event, index) => ({
          key: `${event.at}:${index}`,
          color: tones[isLate(event) ? 'overdue' : TONE_OF_STATE[event.to]].solid,
          children: <EventText event={event} />,
        }))}
      />
    </Card>
  )
}

function EventText({ event }: { event: OrderEvent }) {
  const { t, i18n } = useTranslation('common')
  const role = `role.${event.actor.role}`
  const who = i18n.exists(`common:${role}`)
    ? t('shell.who', { name: event.actor.name, role: t(role) })
    : t('order.system')
  return (
    <div>
      <strong>{t(`event.${event.verb}`, { team: teamNameOf(event) ?? '' })}</strong>
      <Typography.Text type="secondary">
        {' '}
        {who} · <When at={event.at} withTime />
      </Typography.Text>
      {event.note !== null && <div>{event.note}</div>}
      <EventFacts event={event} />
    </div>
  )
}

/** Figures of an event that its note does not say. */
function EventFacts({ event }: { event: OrderEvent }) {
  const { t } = useTranslation('common')
  const { stars, arriveBy, reason, escalation } = event.data
  return (
    <>
      {event.verb === 'rate' && typeof stars === 'number' && <div>{t('order.stars', { count: stars })}</div>}
      {event.verb === 'rate' && typeof reason === 'string' && <div>{t('order.onBehalfReason', { reason })}</div>}
      {typeof arriveBy === 'string' && (
        <div>
          {t('command.field.arriveBy')} <When at={arriveBy} withTime />
        </div>
      )}
      {typeof escalation === 'string' && <div>{t(`escalation.${escalation}`)}</div>}
    </>
  )
}

function teamNameOf(event: OrderEvent): string | null {
  const { team } = event.data
  if (typeof team !== 'object' || team === null || !('name' in team)) return null
  return typeof team.name === 'string' ? team.name : null
}
