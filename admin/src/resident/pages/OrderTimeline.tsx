import type { OrderDetail, OrderEvent } from '@practice/dispatch/contracts'
import { useTranslation } from 'react-i18next'
import { clockStepsOf } from '../../orders/clocks'
import { DoneSign, NowSign, OpenSign } from '../parts/signs'
import { useTimeWords } from '../useWords'

/** The four steps of an order as one line: done, running with its time left, or still to come. */
export function OrderSteps({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('resident')
  const { when, until, left } = useTimeWords()
  if (order.state === 'cancelled') return null
  return (
    <ol className="my-steps" aria-label={t('steps.label')}>
      {clockStepsOf(order, order.events).map(({ clock, doneAt, dueAt, isRunning }) => (
        <li key={clock} className={doneAt !== null ? 'my-step-done' : isRunning ? 'my-step-now' : undefined}>
          {doneAt !== null ? <DoneSign /> : isRunning ? <NowSign /> : <OpenSign />}
          <strong>{t(`steps.${clock}`)}</strong>
          <span className="my-quiet">
            {doneAt !== null
              ? t('steps.done', { when: when(doneAt) })
              : isRunning && dueAt !== null
                ? t('steps.due', { when: until(dueAt), left: left(dueAt) })
                : t(isRunning ? 'steps.now' : 'steps.open')}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What happened, the newest first: who did what, when, and why. */
export function OrderTimeline({ events }: { events: readonly OrderEvent[] }) {
  const { t } = useTranslation('resident')
  return (
    <section className="my-section" aria-labelledby="my-timeline">
      <h2 id="my-timeline">{t('timeline.title')}</h2>
      <ol className="my-timeline">
        {[...events].reverse().map((event, index) => (
          <li key={`${event.at}:${index}`}>
            <Happened event={event} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Happened({ event }: { event: OrderEvent }) {
  const { t, i18n } = useTranslation('resident')
  const { when } = useTimeWords()
  const role = `timeline.role.${event.actor.role}`
  const who = i18n.exists(`resident:${role}`) ? t(role, { name: event.actor.name }) : t('timeline.system')
  const { arriveBy } = event.data
  return (
    <>
      <strong>{t(`timeline.${event.verb}`, { team: teamOf(event) ?? t('stands.team') })}</strong>
      <span className="my-quiet">{t('timeline.when', { who, when: when(event.at) })}</span>
      {typeof arriveBy === 'string' && <span>{t('timeline.arriveBy', { when: when(arriveBy) })}</span>}
      {event.note !== null && <span>{event.note}</span>}
    </>
  )
}

function teamOf(event: OrderEvent): string | null {
  const { team } = event.data
  if (typeof team !== 'object' || team === null || !('name' in team)) return null
  return typeof team.name === 'string' ? team.name : null
}
