import { useQuery } from '@tanstack/react-query'
import { Card, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Objection } from '@practice/scoring/contracts'
import { shopsQuery } from '../../../api/shops'
import { EmptyState } from '../../../components/EmptyState'
import { FigureLink } from '../../../components/FigureLink'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { When } from '../../../components/When'
import { dueFilters } from '../../ledger/due'
import { pointsCountQuery, pointsListQuery } from '../../../scoring/record-view/requests'

const OPEN = { state: { $eq: 'open' } } as const
const SHOWN = 6

/** The supervisor: what waits for a decision, each figure leading to its rows, and the oldest objections. */
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
  const objections = useQuery(pointsCountQuery('/objections', OPEN))
  const flags = useQuery(pointsCountQuery('/flags', OPEN))
  const notices = useQuery(pointsCountQuery('/records', due))
  const shops = useQuery(shopsQuery())
  const unsettled = shops.data?.reduce((sum, shop) => sum + shop.unsettled, 0)
  const error = [objections, flags, notices, shops].find((query) => query.data === undefined && query.isError)?.error
  return (
    <>
      <nav className="figures" aria-label={t('supervisor.figures')}>
        <FigureLink label={t('supervisor.objections')} count={objections.data ?? null} to="/objections" />
        <FigureLink label={t('supervisor.flags')} count={flags.data ?? null} to="/flags" />
        <FigureLink label={t('supervisor.due')} count={notices.data ?? null} to="/ledger" isLate />
        <FigureLink label={t('supervisor.unsettled')} count={unsettled ?? null} to="/stocktake?tab=settlements" />
      </nav>
      <RefusalAlert error={error} />
    </>
  )
}

/** The objections that wait longest. */
function OldestObjections() {
  const { t } = useTranslation('home')
  const list = useQuery(
    pointsListQuery<Objection>('/objections', { filters: OPEN, sort: ['filedAt:asc'], pageSize: SHOWN }),
  )
  const rows = list.data?.rows ?? []
  return (
    <Card size="small" title={t('supervisor.oldest')} extra={<Link to="/objections">{t('supervisor.all')}</Link>}>
      {list.isPending && <RowsSkeleton rows={3} />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState title={t('supervisor.none')} hint={t('supervisor.noneHint')} />
      )}
      <ul className="home-list">
        {rows.map(({ documentId, record, by, reason, filedAt }) => (
          <li key={documentId}>
            <Link to={`/objections/${documentId}`}>
              {record.card.holder} · {record.rule.name}
            </Link>
            <span>{t('supervisor.says', { by, reason })}</span>
            <When at={filedAt} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
