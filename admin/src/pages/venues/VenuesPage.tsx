import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { loadAll } from '../../api/directory'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { DirectoryList } from '../../directory/DirectoryList'
import { AddButton, EditButton } from '../../directory/forms/buttons'
import { EditRow } from '../../directory/forms/EditRow'
import { useEditing } from '../../directory/forms/useEditing'
import { SiteSelect } from '../../directory/SiteSelect'
import { useIsOwn, useSiteName } from '../../directory/names'
import { siteFilters } from '../../lists/site-filters'
import { useFilter } from '../../lists/useListAddress'
import { Chooser } from '../../scoring/record-view/Chooser'
import { USES, useVenueForm } from './useVenueForm'

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
  const isOwn = useIsOwn()
  const mayWrite = useMe().can.includes('venue.write')
  const editing = useEditing()
  const form = useVenueForm()
  const [site, setSite] = useFilter<string>('site')
  const [use, setUse] = useFilter('use', USES)
  const all = useQuery({
    queryKey: ['directory', 'venues'],
    queryFn: () => loadAll<Pick<VenueRow, 'area'>>('/venues', { fields: ['area'] }),
  })
  const area = (all.data ?? []).reduce((sum, venue) => sum + (venue.area ?? 0), 0)
  const columns: Column<VenueRow>[] = [
    { key: 'name', title: t('name'), sortBy: 'name', render: (row) => row.name },
    { key: 'use', title: t('use'), sortBy: 'use', render: (row) => t(`uses.${row.use}`) },
    { key: 'site', title: t('site'), sortBy: 'siteCode', render: (row) => siteName(row.siteCode) },
    {
      key: 'department',
      title: t('department'),
      sortBy: 'department',
      render: (row) => row.department ?? t('common:none'),
    },
    {
      key: 'area',
      title: t('area'),
      isNumber: true,
      sortBy: 'area',
      text: (row) => row.area,
      render: (row) => (row.area === null ? t('common:none') : t('squareMetres', { area: row.area.toLocaleString() })),
    },
  ]
  if (mayWrite) {
    columns.push({
      key: 'act',
      title: t('actions'),
      isAction: true,
      render: (row) =>
        isOwn(row.siteCode) && <EditButton name={row.name} onClick={() => editing.open(row.documentId)} />,
    })
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={mayWrite && <AddButton label={t('add')} onClick={editing.add} />}
        hint={all.isSuccess && t('total', { count: all.data.length, area: area.toLocaleString() })}
      />
      <DirectoryList<VenueRow>
        resource="venues"
        label={t('title')}
        list="venues"
        columns={columns}
        searchIn={['name', 'department']}
        sortBy="code"
        filters={[
          ...siteFilters(site),
          ...(use === null ? [] : [{ field: 'use', operator: 'eq' as const, value: use }]),
        ]}
        empty={t('none')}
        choosers={
          <>
            <SiteSelect isClearable label={t('site')} value={site} onChange={setSite} style={{ width: 180 }} />
            <Chooser
              label={t('use')}
              value={use}
              options={USES.map((value) => ({ value, label: t(`uses.${value}`) }))}
              onChange={setUse}
            />
          </>
        }
      />
      {mayWrite && <EditRow form={form} editing={editing} />}
    </>
  )
}
