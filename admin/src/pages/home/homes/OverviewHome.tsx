import type { Summary } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { sitesQuery } from '../../../api/directory'
import { DataTable } from '../../../components/DataTable'
import type { Column } from '../../../components/DataTable'
import { EmptyState } from '../../../components/EmptyState'
import { PageSkeleton } from '../../../components/PageSkeleton'
import { RefusalAlert } from '../../../components/RefusalAlert'
import { summaryQuery } from '../../../orders/queries'
import { countOf } from '../../desk/queue'
import { EscalatedFigure } from '../EscalatedFigure'
import { PointsFigures } from '../PointsFigures'
import { QuietVillages } from '../QuietVillages'
import { FigureLink } from '../../../components/FigureLink'

/** Leaders: how the sites that they watch are doing, read only. */
export default function OverviewHome() {
  const { t } = useTranslation('home')
  const [site, setSite] = useState<string | null>(null)
  const summary = useQuery(summaryQuery(site))
  if (summary.data === undefined) {
    return summary.isPending ? (
      <PageSkeleton />
    ) : (
      <RefusalAlert
        error={summary.error}
        action={
          <Button size="small" onClick={() => void summary.refetch()}>
            {t('again')}
          </Button>
        }
      />
    )
  }
  return (
    <Flex vertical gap={16}>
      <SiteSwitch value={summary.data.site.code} onChange={setSite} />
      <Figures summary={summary.data} />
      <PointsFigures site={summary.data.site.code} />
      {summary.data.total === 0 ? (
        <EmptyState title={t('overview.none', { site: summary.data.site.name })} hint={t('overview.noneHint')} />
      ) : (
        <>
          <Ratings summary={summary.data} />
          <SitesTable summary={summary.data} />
        </>
      )}
      <QuietVillages site={summary.data.site.code} />
    </Flex>
  )
}

/** For those who watch several sites that do not lie below one another. */
function SiteSwitch({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t } = useTranslation('home')
  const sites = useQuery(sitesQuery())
  const codes = (sites.data ?? []).map(({ code }) => code)
  const tops = (sites.data ?? []).filter(({ code }) => !codes.some((other) => other !== code && code.startsWith(other)))
  if (tops.length < 2) return null
  return (
    <div role="group" aria-label={t('overview.site')} className="home-chips">
      {tops.map(({ code, name }) => (
        <button key={code} type="button" aria-pressed={code === value} onClick={() => onChange(code)}>
          {name}
        </button>
      ))}
    </div>
  )
}

function Figures({ summary }: { summary: Summary }) {
  const { t } = useTranslation('home')
  const at = `site=${summary.site.code}`
  return (
    <nav className="figures" aria-label={t('queue')}>
      <EscalatedFigure />
      <FigureLink label={t('overview.total')} count={summary.total} to={`/desk?group=all&${at}`} />
      <FigureLink label={t('group.overdue')} count={summary.overdue} to={`/desk?group=overdue&${at}`} isLate />
      {(['toDispatch', 'inHand', 'toRate'] as const).map((group) => (
        <FigureLink
          key={group}
          label={t(`group.${group}`)}
          count={countOf(group, summary)}
          to={`/desk?group=${group}&${at}`}
        />
      ))}
      <FigureLink
        label={t('overview.archived')}
        count={summary.states.archived ?? 0}
        to={`/desk?group=all&state=archived&${at}`}
      />
    </nav>
  )
}

/** What residents say, what staff wrote down for them, and who said nothing: never one figure of satisfaction. */
function Ratings({ summary: { ratings } }: { summary: Summary }) {
  const { t } = useTranslation('home')
  const line = (key: 'resident' | 'staff') =>
    ratings[key].count === 0
      ? t(`overview.${key}None`)
      : t(`overview.${key}`, { count: ratings[key].count, mean: ratings[key].mean ?? '–' })
  return (
    <Typography.Text>
      {[line('resident'), line('staff'), t('overview.unrated', { count: ratings.unrated })].join(
        t('overview.separator'),
      )}
    </Typography.Text>
  )
}

type Row = Summary['below'][number]

function SitesTable({ summary }: { summary: Summary }) {
  const { t } = useTranslation('home')
  const hours = (value: number | null) =>
    value === null ? '–' : t('overview.hours', { value: Math.round(value * 10) / 10 })
  const columns: Column<Row>[] = [
    {
      key: 'site',
      title: t('overview.site'),
      render: (row) => <Link to={`/desk?group=all&site=${row.site.code}`}>{row.site.name}</Link>,
    },
    { key: 'total', title: t('overview.total'), isNumber: true, render: (row) => <Count row={row} group="all" /> },
    { key: 'overdue', title: t('group.overdue'), isNumber: true, render: (row) => <Count row={row} group="overdue" /> },
    {
      key: 'toDispatch',
      title: t('overview.toDispatch'),
      isNumber: true,
      render: (row) => hours(row.medianHours.toDispatch),
    },
    {
      key: 'toResolve',
      title: t('overview.toResolve'),
      isNumber: true,
      render: (row) => hours(row.medianHours.toResolve),
    },
    {
      key: 'rating',
      title: t('overview.residentRating'),
      isNumber: true,
      render: ({ ratings: { resident } }) =>
        resident.mean === null ? '–' : t('overview.stars', { mean: resident.mean, count: resident.count }),
    },
    { key: 'unrated', title: t('overview.unratedColumn'), isNumber: true, render: (row) => row.ratings.unrated },
  ]
  const busy = summary.below.filter(({ total }) => total > 0)
  // A village has nothing below it: a head without rows would look like something that failed to load.
  if (busy.length === 0) return null
  return <DataTable label={t('overview.below')} columns={columns} rows={busy} keyOf={(row) => row.site.code} />
}

/** A nought leads nowhere. */
function Count({ row, group }: { row: Row; group: 'all' | 'overdue' }) {
  const count = countOf(group, row)
  return count === 0 ? <>{count}</> : <Link to={`/desk?group=${group}&site=${row.site.code}`}>{count}</Link>
}
