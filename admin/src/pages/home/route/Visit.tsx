import { EnvironmentOutlined, PhoneOutlined, UserOutlined } from '@ant-design/icons'
import type { Order } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../../app/me'
import { Deadline } from '../../../components/Deadline'
import { StateTag } from '../../../components/StateTag'
import { When } from '../../../components/When'
import { OrderFlags } from '../../../orders/OrderHead'
import { RequesterPhone } from '../../../orders/RequesterPhone'
import { deadlineOf } from '../../../orders/clocks'
import { LinkButton } from '../LinkButton'
import { waySitesQuery } from '../queries'
import type { WaySite } from '../queries'
import { wayOf } from './way'

interface VisitProps {
  order: Order
  /** The one to make now: the way to it is told, and it has the button. */
  isNext?: boolean
}

/** One visit: what, where, to whom, until when. The phone is masked until the order is accepted. */
export function Visit({ order, isNext = false }: VisitProps) {
  const { t } = useTranslation('home')
  const { requester, site } = order
  return (
    <article className="visit" data-next={isNext}>
      <div className="visit-head">
        <Link to={`/inbox/${order.documentId}`}>
          <strong>{order.serviceItem.name}</strong>
        </Link>
        <span className="visit-tags">
          <OrderFlags order={order} />
          <StateTag state={order.state} />
        </span>
      </div>
      <div>
        <EnvironmentOutlined /> {[site.name, requester.address].filter(Boolean).join(' · ')}
      </div>
      <div className="visit-person">
        <span>
          <UserOutlined /> {requester.name}
        </span>
        <RequesterPhone order={order} />
      </div>
      <div className="visit-person">
        {order.preferredAt !== null && (
          <span>
            {t('team.preferred')} <When at={order.preferredAt} withTime />
          </span>
        )}
        <Deadline at={deadlineOf(order)} pausedAt={order.clocks.pausedAt} />
      </div>
      {order.note !== null && <p className="home-quiet">{order.note}</p>}
      {isNext && (
        <>
          <RouteText order={order} />
          <LinkButton type="primary" block to={`/inbox/${order.documentId}`}>
            {t(order.state === 'started' ? 'team.goOn' : 'team.open')}
          </LinkButton>
        </>
      )}
    </article>
  )
}

/** The way in words: from where the team is at home to the village, to the door, and whom to ask. */
function RouteText({ order: { site, requester } }: { order: Order }) {
  const { t } = useTranslation('home')
  const me = useMe()
  const sites = useQuery(waySitesQuery([site.code, ...(me.site === null ? [] : [me.site.code])]))
  const to = sites.data?.find(({ code }) => code === site.code)
  const from = sites.data?.find(({ code }) => code === me.site?.code)
  return (
    <div className="route">
      <strong>{t('way.title')}</strong>
      <ol>
        <li>{t(...wordsOf(from, to, site.name))}</li>
        <li>{requester.address === null ? t('way.noAddress') : t('way.address', { address: requester.address })}</li>
        {to?.deskPhone != null && (
          <li>
            {t('way.ask', { site: site.name })}{' '}
            <a href={`tel:${to.deskPhone}`} className="num" aria-label={t('way.call', { phone: to.deskPhone })}>
              <PhoneOutlined /> {to.deskPhone}
            </a>
          </li>
        )}
      </ol>
    </div>
  )
}

/** The first step: how far and towards where, as far as both places are known. */
function wordsOf(
  from: WaySite | undefined,
  to: WaySite | undefined,
  name: string,
): [key: string, figures: Record<string, string | number>] {
  if (from === undefined || to === undefined || from.latitude === null || to.latitude === null) {
    return ['way.to', { to: name }]
  }
  if (from.longitude === null || to.longitude === null) return ['way.to', { to: name }]
  const way = wayOf(
    { latitude: from.latitude, longitude: from.longitude },
    { latitude: to.latitude, longitude: to.longitude },
  )
  return way === null
    ? ['way.here', { to: name }]
    : [`way.towards.${way.wind}`, { from: from.name, to: name, km: way.km }]
}
