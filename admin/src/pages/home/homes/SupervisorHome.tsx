import type { Flag, Objection, ScoreRecord } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { shopsQuery } from '../../../api/shops'
import { EmptyState } from '../../../components/EmptyState'
import { FigureLink } from '../../../components/FigureLink'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { When } from '../../../components/When'
import { dueFilters } from '../../ledger/due'
import { pointsListQuery } from '../../../scoring/record-view/requests'

const OPEN = { state: { $eq: 'open' } } as const
const SHOWN = 6

const OBJECTIONS = { filters: OPEN, sort: ['filedAt:asc'], pageSize: SHOWN } as const

/** The supervisor: what waits for a decision and since when, each figure leading to its rows, and the oldest objections. */
export default function SupervisorHome() {
  return (
    <Flex vertical gap={16}>
      <Figures />
      <OldestObjections />
    </Flex>
  )
}

function Figures() {
  const { t } = useTranslation('home')
  const [due] = useState(dueFilters)
  const objections = useQuery(pointsListQuery<Objection>('/objections', OBJECTIONS))
  const flags = useQuery(pointsListQuery<Flag>('/flags', { filters: OPEN, sort: ['raisedAt:asc'], pageSize: 1 }))
  const notices = useQuery(
    pointsListQuery<ScoreRecord>('/records', { filters: due, sort: ['noticeEndsAt:asc'], pageSize: 1 }),
  )
  const shops = useQuery(shopsQuery())
  const unsettled = shops.data?.reduce((sum, shop) => sum + shop.unsettled, 0)
  const error = [objections, flags, notices, shops].find((query) => query.data === undefined && query.isError)?.error
  return (
    <>
      <nav className="figures" aria-label={t('supervisor.figures')}>
        <FigureLink
          label={t('supervisor.objections')}
          count={objections.data?.total ?? null}
          to="/objections"
          note={<Since at={objections.data?.rows[0]?.filedAt} />}
        />
        <FigureLink
          label={t('supervisor.flags')}
          count={flags.data?.total ?? null}
          to="/flags"
          note={<Since at={flags.data?.rows[0]?.raisedAt} />}
        />
        <FigureLink
          label={t('supervisor.due')}
          count={notices.data?.total ?? null}
          to="/ledger"
          note={<Since at={notices.data?.rows[0]?.noticeEndsAt} />}
          isLate
        />
        <FigureLink label={t('supervisor.unsettled')} count={unsettled ?? null} to="/stocktake?tab=settlements" />
      </nav>
      <RefusalAlert error={error} />
    </>
  )
}

/** Since when the oldest of them waits. */
function Since({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation('home')
  if (at == null) return null
  return (
    <>
      {t('oldest')} <When at={at} />
    </>
  )
}

/** The objections that wait longest. */
function OldestObjections() {
  const { t } = useTranslation('home')
  const list = useQuery(pointsListQuery<Objection>('/objections', OBJECTIONS))
  const rows = list.data?.rows ?? []
  return (
    <Card
      size="small"
      title={t('supervisor.oldest')}
      extra={rows.length > 0 && <Link to="/objections">{t('supervisor.all', { count: list.data?.total })}</Link>}
    >
      {list.isPending && <RowsSkeleton rows={3} />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState title={t('supervisor.none')} hint={t('supervisor.noneHint')} />
      )}
      <ul className="lines">
        {rows.map(({ documentId, record, by, reason, filedAt }) => (
          <li key={documentId}>
            <Link to={`/objections/${documentId}`} className="line">
              <span className="line-name">
                {record.card.holder} · {record.rule.name}
              </span>
              <span className="line-quiet line-words">{t('supervisor.says', { by, reason })}</span>
              <When at={filedAt} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
