import type { Order } from '@practice/dispatch/contracts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { InboxCard } from './InboxCard'
import { INBOX_GROUPS, OPEN_GROUPS, byGroup, groupOf } from './groups'
import type { InboxGroup } from './groups'
import { useDoneOrders, useOpenOrders } from './useInbox'
import type { InboxOrders } from './useInbox'

const DONE_STEP = 20

/** What waits for the team, group by group; a chip shows one group alone. */
export function Inbox() {
  const { t } = useTranslation('inbox')
  const [params, setParams] = useSearchParams()
  const [doneMost, setDoneMost] = useState(DONE_STEP)
  const chosen = groupOf(params.get('group'))
  const open = useOpenOrders()
  const done = useDoneOrders(doneMost, true)
  const groups = byGroup(open.orders)
  const counts = {
    ...countsOf(groups, open.total !== null),
    done: done.total,
  }
  const choose = (group: InboxGroup | null) => setParams(group === null ? {} : { group }, { replace: true })

  return (
    <div className="inbox">
      <PageHeader title={t('title')} />
      <GroupChips chosen={chosen} counts={counts} onChoose={choose} />
      {chosen === 'done' ? (
        <DoneOrders done={done} onMore={() => setDoneMost(doneMost + DONE_STEP)} />
      ) : (
        <OpenOrders open={open} shown={chosen === null ? OPEN_GROUPS : [chosen]} groups={groups} />
      )}
    </div>
  )
}

function countsOf(groups: Readonly<Record<InboxGroup, readonly Order[]>>, isKnown: boolean) {
  const count = (group: InboxGroup) => (isKnown ? groups[group].length : null)
  return {
    toAccept: count('toAccept'),
    toVisit: count('toVisit'),
    inHand: count('inHand'),
    pooled: count('pooled'),
  }
}

interface GroupChipsProps {
  chosen: InboxGroup | null
  /** Null while it is not known. */
  counts: Readonly<Record<InboxGroup, number | null>>
  onChoose: (group: InboxGroup | null) => void
}

function GroupChips({ chosen, counts, onChoose }: GroupChipsProps) {
  const { t } = useTranslation('inbox')
  return (
    <div className="inbox-chips" role="group" aria-label={t('groups')}>
      {INBOX_GROUPS.map((group) => (
        <button
          key={group}
          type="button"
          className="inbox-chip"
          aria-pressed={group === chosen}
          onClick={() => onChoose(group === chosen ? null : group)}
        >
          {t(`group.${group}`)} <span className="num">{counts[group] ?? t('unknown')}</span>
        </button>
      ))}
    </div>
  )
}

interface OpenOrdersProps {
  open: InboxOrders
  shown: readonly InboxGroup[]
  groups: Readonly<Record<InboxGroup, readonly Order[]>>
}

function OpenOrders({ open, shown, groups }: OpenOrdersProps) {
  const { t } = useTranslation('inbox')
  if (open.isLoading) return <RowsSkeleton />
  const filled = shown.filter((group) => groups[group].length > 0)
  const [only] = shown
  return (
    <>
      <ListFailure list={open} />
      {open.error === null && filled.length === 0 && (
        <EmptyState
          title={t(shown.length === 1 && only !== undefined ? `empty.${only}` : 'empty.open')}
          hint={t('emptyHint')}
        />
      )}
      {filled.map((group) => (
        <section key={group} aria-labelledby={`inbox-${group}`}>
          <h2 id={`inbox-${group}`} className="inbox-heading">
            {t(`group.${group}`)} <span className="num">{groups[group].length}</span>
          </h2>
          <Cards orders={groups[group]} />
        </section>
      ))}
    </>
  )
}

function DoneOrders({ done, onMore }: { done: InboxOrders; onMore: () => void }) {
  const { t } = useTranslation('inbox')
  if (done.isLoading) return <RowsSkeleton />
  const left = (done.total ?? 0) - done.orders.length
  return (
    <>
      <ListFailure list={done} />
      {done.error === null && done.orders.length === 0 && (
        <EmptyState title={t('empty.done')} hint={t('emptyDoneHint')} />
      )}
      <Cards orders={done.orders} />
      {left > 0 && (
        <Button block onClick={onMore}>
          {t('more', { count: left })}
        </Button>
      )}
    </>
  )
}

function Cards({ orders }: { orders: readonly Order[] }) {
  return (
    <ul className="inbox-cards">
      {orders.map((order) => (
        <InboxCard key={order.documentId} order={order} />
      ))}
    </ul>
  )
}

function ListFailure({ list }: { list: InboxOrders }) {
  const { t } = useTranslation('common')
  return <RefusalAlert error={list.error} action={<Button onClick={list.retry}>{t('action.retry')}</Button>} />
}
