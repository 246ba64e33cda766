import type { TeamLoad } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { RefusalAlert } from '../../components/RefusalAlert'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { useTones } from '../../theme/useTones'
import { teamLoadsQuery } from './queries'

const SHOWN = 8

/** How full the hands of the busiest teams are, against what they can carry; each leads to its orders. */
export function TeamLoads() {
  const { t } = useTranslation('home')
  const loads = useQuery(teamLoadsQuery())
  const busy = (loads.data ?? []).filter(({ load }) => load > 0)
  const free = (loads.data ?? []).length - busy.length
  return (
    <Card size="small" title={t('teams.title')} extra={<Link to="/teams">{t('teams.all')}</Link>}>
      {loads.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={loads.data === undefined ? loads.error : null} />
      {loads.isSuccess && busy.length === 0 && <EmptyState title={t('teams.none')} hint={t('teams.noneHint')} />}
      <ul className="bars">
        {busy.slice(0, SHOWN).map((load) => (
          <li key={load.team.code}>
            <LoadBar load={load} />
          </li>
        ))}
      </ul>
      {busy.length > 0 && <p className="home-quiet">{t('teams.free', { busy: busy.length, count: free })}</p>}
    </Card>
  )
}

function LoadBar({ load: { team, load, overdue, capacity } }: { load: TeamLoad }) {
  const { t } = useTranslation('home')
  const tones = useTones()
  const isFull = load >= capacity
  return (
    <Link to={`/teams/${team.documentId}`} className="bar">
      <span className="bar-name">{team.name}</span>
      <span className="bar-track">
        <span
          style={{
            width: `${Math.min(100, (load / Math.max(capacity, 1)) * 100)}%`,
            background: tones[isFull ? 'waiting' : 'inHand'].solid,
          }}
        />
      </span>
      <span className="num bar-figure">{t(isFull ? 'teams.full' : 'teams.load', { count: load, capacity })}</span>
      <span className="num bar-figure" style={{ color: overdue > 0 ? tones.overdue.text : undefined }}>
        {overdue > 0 ? t('below.overdue', { count: overdue }) : ''}
      </span>
    </Link>
  )
}
