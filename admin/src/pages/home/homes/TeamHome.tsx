import type { Order } from '@practice/dispatch/contracts'
import { useList } from '@refinedev/core'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/EmptyState'
import { FigureLink } from '../../../components/FigureLink'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { pollMs } from '../../../live/poll'
import { LinkButton } from '../LinkButton'
import { Visit } from '../route/Visit'
import { visitsInOrder } from '../route/visits'

const SHOWN = 100

/** The team leader: where to go next and how, what comes after that, and what waits for an answer. */
export default function TeamHome() {
  const { t } = useTranslation('home')
  const { result, query } = useList<Order>({
    resource: 'orders',
    pagination: { currentPage: 1, pageSize: SHOWN },
    filters: [{ field: 'state', operator: 'in', value: ['pooled', 'dispatched', 'accepted', 'started'] }],
    queryOptions: { refetchInterval: pollMs },
  })
  const orders = result.data
  const of = (state: Order['state']) => orders.filter((order) => order.state === state)
  const count = (state: Order['state']) => (query.isSuccess ? of(state).length : null)
  const [next, ...later] = visitsInOrder([...of('accepted'), ...of('started')])
  const unanswered = of('dispatched')

  return (
    <Flex vertical gap={16}>
      <nav className="figures" aria-label={t('team.figures')}>
        <FigureLink label={t('team.toAccept')} count={count('dispatched')} to="/inbox?group=toAccept" />
        <FigureLink label={t('team.accepted')} count={count('accepted')} to="/inbox?group=toVisit" />
        <FigureLink label={t('team.started')} count={count('started')} to="/inbox?group=inHand" />
        <FigureLink label={t('team.pooled')} count={count('pooled')} to="/inbox?group=pooled" />
      </nav>
      <RefusalAlert
        error={orders.length === 0 ? query.error : null}
        action={
          <Button size="small" onClick={() => void query.refetch()}>
            {t('again')}
          </Button>
        }
      />
      {query.isLoading && <RowsSkeleton rows={3} />}
      {query.isSuccess && (
        <section aria-labelledby="team-next">
          <h2 id="team-next" className="home-heading">
            {t('team.next')}
          </h2>
          {next === undefined ? <Nothing unanswered={unanswered.length} /> : <Visit order={next} isNext />}
        </section>
      )}
      <Visits name="unanswered" orders={unanswered} />
      <Visits name="later" orders={later} />
    </Flex>
  )
}

function Nothing({ unanswered }: { unanswered: number }) {
  const { t } = useTranslation('home')
  return (
    <EmptyState
      title={t('team.none')}
      hint={t(unanswered === 0 ? 'team.noneHint' : 'team.noneYetHint', { count: unanswered })}
      action={unanswered === 0 && <LinkButton to="/finished">{t('team.toFinished')}</LinkButton>}
    />
  )
}

function Visits({ name, orders }: { name: 'unanswered' | 'later'; orders: readonly Order[] }) {
  const { t } = useTranslation('home')
  if (orders.length === 0) return null
  return (
    <section aria-labelledby={`team-${name}`}>
      <h2 id={`team-${name}`} className="home-heading">
        {t(`team.${name}`, { count: orders.length })}
      </h2>
      <ul className="visits">
        {orders.map((order) => (
          <li key={order.documentId}>
            <Visit order={order} />
          </li>
        ))}
      </ul>
    </section>
  )
}
