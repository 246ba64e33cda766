import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SiteRow } from '../../api/directory'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { DirectoryList } from '../../directory/DirectoryList'
import { summaryQuery } from '../../orders/queries'

/** The sites below one's own: their desks, and how their orders stand. */
export default function SitesPage() {
  const { t } = useTranslation(['sites', 'common'])
  const { site } = useMe()
  const summary = useQuery(summaryQuery())
  const figures = new Map((summary.data?.below ?? []).map((row) => [row.site.code, row]))
  const population: Column<SiteRow> = {
    key: 'population',
    title: t('population'),
    isNumber: true,
    render: (row) => row.population?.toLocaleString() ?? t('common:none'),
  }
  const columns: Column<SiteRow>[] = [
    { key: 'name', title: t('name'), render: (row) => <Link to={`/desk?group=all&site=${row.code}`}>{row.name}</Link> },
    { key: 'pilot', title: t('pilot'), render: (row) => (row.pilot === true ? t('common:form.yes') : '') },
    ...(site?.tier === 'center' ? [population] : []),
    { key: 'phone', title: t('deskPhone'), render: (row) => <DeskPhone phone={row.deskPhone} /> },
    { key: 'hours', title: t('deskHours'), render: (row) => row.deskHours ?? t('common:none') },
    { key: 'orders', title: t('orders'), isNumber: true, render: (row) => figures.get(row.code)?.total ?? 0 },
    { key: 'overdue', title: t('overdue'), isNumber: true, render: (row) => figures.get(row.code)?.overdue ?? 0 },
  ]
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <DirectoryList<SiteRow>
        resource="sites"
        label={t('title')}
        columns={columns}
        searchIn={['name']}
        sortBy="code"
        filters={[
          { field: 'tier', operator: 'eq', value: site?.tier === 'center' ? 'town' : 'village' },
          { field: 'code', operator: 'startswiths', value: site?.code },
        ]}
        empty={t('none')}
      />
    </>
  )
}

function DeskPhone({ phone }: { phone: string | null }) {
  const { t } = useTranslation('common')
  return phone === null ? t('none') : <a href={`tel:${phone}`}>{phone}</a>
}
