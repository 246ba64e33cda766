import type { Order } from '@practice/dispatch/contracts'
import type { SourceType } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { ClearSign } from '../../components/ClearSign'
import { DialogFrame } from '../../components/DialogFrame'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { normalised } from '../../scoring/card-search/rank'
import { HOUR_MS } from '@practice/kernel'
import { dayOf } from '../../time/describe'
import { useTimeWords } from '../../time/useTime'
import { ActivityForm } from './ActivityForm'
import type { RecordDraft } from './draft'
import { archivedOrdersQuery, endedActivitiesQuery } from './requests'
import type { Activity } from './requests'

interface SourceDialogProps {
  type: SourceType
  onChoose: (part: Partial<RecordDraft>) => void
  onClose: () => void
}

/** Chooses an order that is archived, or an activity that has ended; an activity that is not there yet is entered here. */
export default function SourceDialog({ type, onChoose, onClose }: SourceDialogProps) {
  const { t } = useTranslation(['record', 'common'])
  const [isNew, setIsNew] = useState(false)
  const chooseActivity = (activity: Activity) => onChoose(draftOfActivity(activity))
  return (
    <DialogFrame
      title={t(isNew ? 'activity.new' : `source.choose.${type}`)}
      isOpen
      onClose={onClose}
      footer={
        type === 'activity' && !isNew ? (
          <Button onClick={() => setIsNew(true)}>{t('activity.new')}</Button>
        ) : (
          <Button onClick={isNew ? () => setIsNew(false) : onClose}>{t('common:action.back')}</Button>
        )
      }
    >
      {type === 'order' && <Orders onChoose={(order) => onChoose(draftOfOrder(order))} />}
      {type === 'activity' && !isNew && <Activities onChoose={chooseActivity} />}
      {isNew && <ActivityForm onCreated={chooseActivity} />}
    </DialogFrame>
  )
}

function draftOfOrder(order: Order): Partial<RecordDraft> {
  const { documentId, number, serviceItem } = order
  return { source: { type: 'order', documentId, label: `${serviceItem.name} ${number}` } }
}

/** An activity also says when it was, and how many whole hours it can be. */
function draftOfActivity({ documentId, title, startsAt, endsAt }: Activity): Partial<RecordDraft> {
  const hours = Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / HOUR_MS)
  return {
    source: { type: 'activity', documentId, label: title },
    day: dayOf(Date.parse(endsAt)),
    quantity: Math.max(1, hours),
  }
}

function Orders({ onChoose }: { onChoose: (order: Order) => void }) {
  const { username } = useMe()
  const { when } = useTimeWords()
  const orders = useQuery(archivedOrdersQuery(username))
  return (
    <Choices
      type="order"
      query={orders}
      rows={(orders.data ?? []).map((order) => ({
        key: order.documentId,
        title: order.serviceItem.name,
        facts: [order.requester.name, order.number, when(order.createdAt)],
        onChoose: () => onChoose(order),
      }))}
    />
  )
}

function Activities({ onChoose }: { onChoose: (activity: Activity) => void }) {
  const { username } = useMe()
  const { when } = useTimeWords()
  const activities = useQuery(endedActivitiesQuery(username))
  return (
    <Choices
      type="activity"
      query={activities}
      rows={(activities.data ?? []).map((activity) => ({
        key: activity.documentId,
        title: activity.title,
        facts: [when(activity.startsAt, true), activity.place ?? ''],
        onChoose: () => onChoose(activity),
      }))}
    />
  )
}

interface Choice {
  key: string
  title: string
  facts: readonly string[]
  onChoose: () => void
}

interface ChoicesProps {
  type: SourceType
  query: { isPending: boolean; error: unknown; refetch: () => Promise<unknown> }
  rows: readonly Choice[]
}

function Choices({ type, query, rows }: ChoicesProps) {
  const { t } = useTranslation(['record', 'common'])
  const [text, setText] = useState('')
  const asked = normalised(text)
  const shown = rows.filter(({ title, facts }) => normalised([title, ...facts].join('')).includes(asked))
  if (query.isPending) return <RowsSkeleton rows={3} />
  return (
    <>
      <RefusalAlert
        error={query.error}
        namespace={['record', 'scoring']}
        action={<Button onClick={() => void query.refetch()}>{t('common:action.retry')}</Button>}
      />
      {query.error === null && rows.length === 0 && (
        <EmptyState title={t(`source.none.${type}`)} hint={t(`source.noneHint.${type}`)} />
      )}
      {rows.length > 0 && (
        <Input
          allowClear={{ clearIcon: <ClearSign /> }}
          aria-label={t('source.search')}
          placeholder={t('source.search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <ul className="record-choices">
        {shown.map(({ key, title, facts, onChoose }) => (
          <li key={key}>
            <button type="button" onClick={onChoose}>
              <strong>{title}</strong>
              <span className="record-quiet num">{facts.filter(Boolean).join(t('common:separator'))}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
