import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SiteRow } from '../../api/directory'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { DirectoryList } from '../../directory/DirectoryList'
import { useFilter } from '../../lists/useListAddress'
import { Chooser } from '../../scoring/record-view/Chooser'
import { summaryQuery } from '../../orders/queries'

/** The sites below one's own: their desks, and how their orders stand. */
export default function SitesPage() {
  const { t } = useTranslation(['sites', 'common'])
  const { site } = useMe()
  const [pilot, setPilot] = useFilter<'true' | 'false'>('pilot', ['true', 'false'])
  const summary = useQuery(summaryQuery())
  const figures = new Map((summary.data?.below ?? []).map((row) => [row.site.code, row]))
  const population: Column<SiteRow> = {
    key: 'population',
    title: t('population'),
    isNumber: true,
    sortBy: 'population',
    text: (row) => row.population,
    render: (row) => row.population?.toLocaleString() ?? t('common:none'),
  }
  const columns: Column<SiteRow>[] = [
    {
      key: 'name',
      title: t('name'),
      sortBy: 'name',
      text: ({ name }) => name,
      render: (row) => <Link to={`/desk?group=all&site=${row.code}`}>{row.name}</Link>,
    },
    { key: 'code', title: t('code'), sortBy: 'code', isExtra: true, render: ({ code }) => code },
    {
      key: 'pilot',
      title: t('pilot'),
      sortBy: 'pilot',
      render: (row) => (row.pilot === true ? t('common:form.yes') : ''),
    },
    ...(site?.tier === 'center' ? [population] : []),
    {
      key: 'phone',
      title: t('deskPhone'),
      text: (row) => row.deskPhone,
      render: (row) => <DeskPhone phone={row.deskPhone} />,
    },
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
        list="sites"
        columns={columns}
        searchIn={['name']}
        sortBy="code"
        filters={[
          { field: 'tier', operator: 'eq', value: site?.tier === 'center' ? 'town' : 'village' },
          { field: 'code', operator: 'startswiths', value: site?.code },
          ...(pilot === null ? [] : [{ field: 'pilot', operator: 'eq' as const, value: pilot === 'true' }]),
        ]}
        empty={t('none')}
        choosers={
          <Chooser
            label={t('pilot')}
            value={pilot}
            options={[
              { value: 'true', label: t('pilots') },
              { value: 'false', label: t('others') },
            ]}
            onChange={setPilot}
          />
        }
      />
    </>
  )
}

function DeskPhone({ phone }: { phone: string | null }) {
  const { t } = useTranslation('common')
  return phone === null ? t('none') : <a href={`tel:${phone}`}>{phone}</a>
}
