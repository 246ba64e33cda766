import type { ScoreRecord } from '@practice/scoring/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { When } from '../../components/When'
import { lastMomentOf } from '../words/notice-end'
import './record-view.css'

interface Fact {
  key: string
  name: string
  value: ReactNode
}

/** What a record says: what was done, when, why, who wrote it down and who looked at it. */
export function RecordFacts({ record }: { record: ScoreRecord }) {
  const { t } = useTranslation(['scoring', 'common'])
  const by = (person: { name: string }, at: string) => (
    <>
      {person.name}
      {t('common:separator')}
      <When at={at} withTime />
    </>
  )
  const facts: (Fact | false)[] = [
    { key: 'occurred', name: t('record.occurredAt'), value: <When at={record.occurredAt} withTime /> },
    record.quantity !== 1 && {
      key: 'quantity',
      name: t('record.quantity'),
      value: <span className="num">{record.quantity}</span>,
    },
    record.note !== null && { key: 'note', name: t('record.note'), value: record.note },
    record.member !== null && { key: 'member', name: t('record.member'), value: record.member },
    record.source !== null && {
      key: 'source',
      name: t('record.source'),
      value: `${t(`sourceType.${record.source.type}`)}${t('common:separator')}${record.source.label}`,
    },
    { key: 'recorded', name: t('record.recordedBy'), value: by(record.recordedBy, record.recordedAt) },
    record.review !== null && {
      key: 'reviewed',
      name: t('record.reviewedBy'),
      value: by(record.review.by, record.review.at),
    },
    record.review?.reason != null && { key: 'reason', name: t('record.reviewReason'), value: record.review.reason },
    record.noticeEndsAt !== null && {
      key: 'notice',
      name: t('record.noticeEndsAt'),
      value: <When at={lastMomentOf(record.noticeEndsAt)} />,
    },
    { key: 'site', name: t('record.site'), value: record.site.name },
  ]
  return (
    <dl className="record-facts">
      {facts
        .filter((fact) => fact !== false)
        .map(({ key, name, value }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
