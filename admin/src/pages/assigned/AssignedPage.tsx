import type { Summary } from '@practice/dispatch/contracts'
import { tierOf } from '@practice/kernel'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { loadAll, sitesQuery } from '../../api/directory'
import type { SiteRow } from '../../api/directory'
import { useMe } from '../../app/me'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { EmptyState } from '../../components/EmptyState'
import { FigureLink } from '../../components/FigureLink'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton, RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { summaryQuery } from '../../orders/queries'
import { countOf } from '../desk/queue'
import { PointsFigures } from '../home/PointsFigures'

/** An assignment of a leader to a site. */
interface AssignmentRow {
  documentId: string
  siteCode: string
  leaderName: string
  position: string | null
}

function useAssignments() {
  const { username } = useMe()
  return useQuery({
    queryKey: ['assignments', username],
    queryFn: () =>
      loadAll<AssignmentRow>('/assignments', {
        fields: ['siteCode', 'leaderName', 'position'],
        filters: { leaderUsername: { $eq: username } },
        sort: ['siteCode'],
      }),
  })
}

/** The sites that a leader looks after: each with its desk, its orders, its points and its villages. */
export default function AssignedPage() {
  const { t } = useTranslation(['assigned', 'common'])
  const assignments = useAssignments()
  const sites = useQuery(sitesQuery())
  const rows = assignments.data ?? []
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={rows[0]?.position == null ? t('hint') : t('hintAs', { position: rows[0].position })}
      />
      {assignments.isPending && <PageSkeleton />}
      <RefusalAlert
        error={assignments.data === undefined ? assignments.error : null}
        action={<Button onClick={() => void assignments.refetch()}>{t('common:action.retry')}</Button>}
      />
      {assignments.isSuccess && rows.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
      <Flex vertical gap={16}>
        {rows.map(({ documentId, siteCode }) => (
          <AssignedSite key={documentId} code={siteCode} sites={sites.data ?? []} />
        ))}
      </Flex>
    </>
  )
}

function AssignedSite({ code, sites }: { code: string; sites: readonly SiteRow[] }) {
  const { t } = useTranslation(['assigned', 'common'])
  const summary = useQuery(summaryQuery(code))
  const site = sites.find((row) => row.code === code)
  const tier = tierOf(code)
  const { data } = summary
  return (
    <Card size="small" title={site?.name ?? data?.site.name ?? code} extra={tier !== null && t(`common:tier.${tier}`)}>
      <Flex vertical gap={16}>
        {site !== undefined && <Desk site={site} />}
        {summary.isPending && <RowsSkeleton rows={3} />}
        <RefusalAlert error={data === undefined ? summary.error : null} />
        {data !== undefined && <Figures summary={data} />}
        <PointsFigures site={code} />
        {data !== undefined && <Villages summary={data} sites={sites} />}
      </Flex>
    </Card>
  )
}

/** Whom to call there. */
function Desk({ site: { deskPhone, deskHours, population } }: { site: SiteRow }) {
  const { t } = useTranslation('assigned')
  const said = [
    ...(population === null ? [] : [t('population', { count: population })]),
    ...(deskHours === null ? [] : [t('hours', { hours: deskHours })]),
  ]
  return (
    <Flex wrap gap="4px 16px" align="center">
      {said.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {deskPhone !== null && (
        <a href={`tel:${deskPhone}`} className="num home-call">
          {t('call', { phone: deskPhone })}
        </a>
      )}
    </Flex>
  )
}

function Figures({ summary }: { summary: Summary }) {
  const { t } = useTranslation(['assigned', 'home'])
  const at = `site=${summary.site.code}`
  return (
    <nav className="figures" aria-label={t('orders', { site: summary.site.name })}>
      {(['overdue', 'toDispatch', 'toAccept', 'inHand', 'toRate', 'toArchive'] as const).map((group) => (
        <FigureLink
          key={group}
          label={t(`home:group.${group}`)}
          count={countOf(group, summary)}
          to={`/desk?group=${group}&${at}`}
          isLate={group === 'overdue'}
        />
      ))}
    </nav>
  )
}

type Row = Summary['below'][number]

/** Every site below, those without any order included: that there is none is worth knowing. */
function Villages({ summary, sites }: { summary: Summary; sites: readonly SiteRow[] }) {
  const { t } = useTranslation(['assigned', 'home'])
  const isPhone = useIsPhone()
  const phones = new Map(sites.map(({ code, deskPhone }) => [code, deskPhone]))
  const columns: Column<Row>[] = [
    {
      key: 'site',
      title: t('village'),
      render: (row) => <Link to={`/desk?group=all&site=${row.site.code}`}>{row.site.name}</Link>,
    },
    ...(['all', 'overdue', 'toDispatch', 'inHand'] as const).map((group): Column<Row> => ({
      key: group,
      title: t(group === 'all' ? 'total' : `home:group.${group}`),
      isNumber: true,
      render: (row) => {
        const count = countOf(group, row)
        // On a card, four noughts would only be in the way.
        if (count === 0) return isPhone ? null : count
        return <Link to={`/desk?group=${group}&site=${row.site.code}`}>{count}</Link>
      },
    })),
    {
      key: 'phone',
      title: t('phone'),
      render: (row) => {
        const phone = phones.get(row.site.code)
        return phone == null ? '' : <a href={`tel:${phone}`}>{phone}</a>
      },
    },
  ]
  const rows = [...summary.below].sort(
    (one, other) =>
      other.overdue - one.overdue || other.total - one.total || one.site.code.localeCompare(other.site.code),
  )
  if (rows.length === 0) return null
  return (
    <DataTable
      label={t('villages', { site: summary.site.name })}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.site.code}
    />
  )
}
