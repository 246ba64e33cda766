import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { loadAll } from '../../api/directory'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { DirectoryList } from '../../directory/DirectoryList'
import { useSiteName } from '../../directory/names'

interface VenueRow {
  documentId: string
  name: string
  use: string
  /** Square metres. */
  area: number | null
  department: string | null
  siteCode: string
}

/** The venues: what each is for, how large, whose, and where. */
export default function VenuesPage() {
  const { t } = useTranslation(['venues', 'common'])
  const siteName = useSiteName()
  const all = useQuery({
    queryKey: ['directory', 'venues'],
    queryFn: () => loadAll<Pick<VenueRow, 'area'>>('/venues', { fields: ['area'] }),
  })
  const area = (all.data ?? []).reduce((sum, venue) => sum + (venue.area ?? 0), 0)
  const columns: Column<VenueRow>[] = [
    { key: 'name', title: t('name'), render: (row) => row.name },
    { key: 'use', title: t('use'), render: (row) => t(`uses.${row.use}`) },
    { key: 'site', title: t('site'), render: (row) => siteName(row.siteCode) },
    { key: 'department', title: t('department'), render: (row) => row.department ?? t('common:none') },
    {
      key: 'area',
      title: t('area'),
      isNumber: true,
      render: (row) => (row.area === null ? t('common:none') : t('squareMetres', { area: row.area.toLocaleString() })),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={all.isSuccess && t('total', { count: all.data.length, area: area.toLocaleString() })}
      />
      <DirectoryList<VenueRow>
        resource="venues"
        label={t('title')}
        columns={columns}
        searchIn={['name', 'department']}
        sortBy="code"
        empty={t('none')}
      />
    </>
  )
}
