import type { Order, OrderDetail, Verb } from '@practice/dispatch/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsOf } from '../../components/json-schema'
import { MY_ADDRESS } from '../address'
import { actOnOrder, loadMenu, loadOrder } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { useResident } from '../me'
import { Loadable } from '../parts/Loadable'
import { Page } from '../parts/Page'
import { Pictures } from '../parts/Pictures'
import { ReasonDialog } from '../parts/ReasonDialog'
import { Stars } from '../parts/Stars'
import { StateMark } from '../parts/StateMark'
import { useTimeWords } from '../useWords'
import { OrderSteps, OrderTimeline } from './OrderTimeline'
import { RateForm } from './RateForm'
import { useOrderWords } from './useOrderWords'

const POLL_MS = 20_000

/** One order as it goes on: whose turn it is, what happened, and what one may do. */
export function OrderPage({ documentId }: { documentId: string }) {
  const { t } = useTranslation('resident')
  const order = useLoad(`order/${documentId}`, (signal) => loadOrder(documentId, signal), POLL_MS)
  return (
    <Page
      title={order.data?.serviceItem.name ?? t('order.title')}
      back={{ to: MY_ADDRESS.orders, label: t('orders.title') }}
    >
      <Loadable loaded={order} lines={5}>
        {(detail) => <Followed order={detail} onChanged={order.reload} />}
      </Loadable>
    </Page>
  )
}

/** What a resident does beside rating; the server says which of it is there. */
const ASKING = ['cancel', 'rework'] as const satisfies readonly Verb[]
type Asking = (typeof ASKING)[number]

interface FollowedProps {
  order: OrderDetail
  onChanged: () => void
}

function Followed({ order, onChanged }: FollowedProps) {
  const { t } = useTranslation('resident')
  const words = useOrderWords()
  const [asked, setAsked] = useState<Asking | null>(null)
  const verbs = ASKING.filter((verb) => order.allowed.includes(verb))

  async function act(verb: Asking, reason: string): Promise<void> {
    await actOnOrder(order.documentId, verb, { version: order.version, reason })
    setAsked(null)
    onChanged()
  }

  return (
    <>
      <div className="my-stand">
        <StateMark state={order.state} />
        <p role="status">{words(order)}</p>
      </div>
      <OrderSteps order={order} />
      {order.allowed.includes('rate') && <RateForm order={order} onRated={onChanged} />}
      {order.rating !== null && <Rating rating={order.rating} />}
      {order.completion !== null && <Completion completion={order.completion} />}
      <Asked order={order} />
      <OrderTimeline events={order.events} />
      {verbs.map((verb) => (
        <button key={verb} type="button" className="my-button my-wide" onClick={() => setAsked(verb)}>
          {t(`ask.${verb}.verb`)}
        </button>
      ))}
      {asked !== null && (
        <ReasonDialog
          title={t(`ask.${asked}.title`)}
          consequence={t(`ask.${asked}.consequence`)}
          reasons={t(`ask.${asked}.reasons`, { returnObjects: true }) as string[]}
          verb={t(`ask.${asked}.verb`)}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => act(asked, reason)}
        />
      )}
    </>
  )
}

function Rating({ rating }: { rating: NonNullable<Order['rating']> }) {
  const { t } = useTranslation('resident')
  return (
    <section className="my-section" aria-labelledby="my-rating">
      <h2 id="my-rating">{t('rate.given')}</h2>
      <Stars stars={rating.stars} />
      {rating.comment !== null && <p>{rating.comment}</p>}
      {rating.onBehalf !== null && (
        <p className="my-quiet">{t('rate.onBehalf', { by: rating.onBehalf.by, reason: rating.onBehalf.reason })}</p>
      )}
    </section>
  )
}

function Completion({ completion }: { completion: NonNullable<OrderDetail['completion']> }) {
  const { t } = useTranslation('resident')
  return (
    <section className="my-section" aria-labelledby="my-completion">
      <h2 id="my-completion">{t('completion.title')}</h2>
      <p>{completion.summary}</p>
      <p className="my-quiet">{t('completion.facts', { served: completion.served, hours: completion.hours })}</p>
      <Pictures files={completion.evidence} />
    </section>
  )
}

/** What was asked for, in the words of the item's form where it is still there. */
function Asked({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('resident')
  const { when } = useTimeWords()
  const { site } = useResident()
  const menu = useLoad(`menu/${site.code}`, (signal) => loadMenu(site.code, signal))
  const form = menu.data?.find(({ code }) => code === order.serviceItem.code)?.form ?? null
  const labels = new Map(fieldsOf(form).map(({ key, label }) => [key, label]))
  const textOf = (value: unknown) => {
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    return Array.isArray(value) ? value.map(String).join(t('form.separator')) : String(value)
  }
  const photos = new Set(order.photos.map(({ documentId }) => documentId))
  const isOfPhotos = (value: unknown) => Array.isArray(value) && value.some((one) => photos.has(String(one)))
  const facts = [
    ...Object.entries(order.form ?? {})
      .filter(([, value]) => !isOfPhotos(value))
      .map(([key, value]) => [labels.get(key) ?? key, textOf(value)] as const),
    [t('order.note'), order.note] as const,
    [t('who.preferredAt'), order.preferredAt === null ? null : when(order.preferredAt)] as const,
    [t('who.title'), [order.requester.name, order.requester.phone].join(' ')] as const,
    [t('who.address'), order.requester.address] as const,
    [
      t('order.onBehalf'),
      order.onBehalf === null ? null : t('order.onBehalfOf', { by: order.onBehalf.by, reason: order.onBehalf.reason }),
    ] as const,
    [t('order.number'), order.number] as const,
  ].filter(([, value]) => value !== null && value !== '')
  return (
    <section className="my-section" aria-labelledby="my-asked">
      <h2 id="my-asked">{t('order.asked')}</h2>
      <dl className="my-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Pictures files={order.photos} />
    </section>
  )
}
