import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { teamsQuery } from '../../api/directory'
import { useMe } from '../../app/me'
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
import { useOrganisationForm } from './useOrganisationForm'

interface OrganisationRow {
  documentId: string
  code: string
  name: string
  contactName?: string | null
  contactPhone?: string | null
  siteCode: string
}

/** The social organisations of the federation, and to the district centre how many teams each has brought. */
export default function OrganisationsPage() {
  const { t } = useTranslation(['organisations', 'common'])
  const siteName = useSiteName()
  const [site, setSite] = useFilter<string>('site')
  // Below the centre one sees neither all teams nor whose they are, so that a count would be wrong.
  const { site: own, can } = useMe()
  const isCenter = own?.tier === 'center'
  const isOwn = useIsOwn()
  const mayWrite = can.includes('team.write')
  const editing = useEditing()
  const form = useOrganisationForm()
  const teams = useQuery({ ...teamsQuery(), enabled: isCenter })
  const teamsColumn: Column<OrganisationRow> = {
    key: 'teams',
    title: t('teams'),
    isNumber: true,
    render: (row) => teams.data?.filter((team) => team.organisationCode === row.code).length ?? '',
  }
  const actions: Column<OrganisationRow> = {
    key: 'act',
    title: t('actions'),
    isAction: true,
    render: (row) => isOwn(row.siteCode) && <EditButton name={row.name} onClick={() => editing.open(row.documentId)} />,
  }
  const columns: Column<OrganisationRow>[] = [
    { key: 'name', title: t('name'), sortBy: 'name', render: (row) => row.name },
    { key: 'code', title: t('code'), sortBy: 'code', isExtra: true, render: ({ code }) => code },
    { key: 'site', title: t('site'), sortBy: 'siteCode', render: (row) => siteName(row.siteCode) },
    { key: 'contact', title: t('contact'), render: (row) => row.contactName ?? t('common:none') },
    {
      key: 'phone',
      title: t('phone'),
      text: (row) => row.contactPhone ?? null,
      render: (row) => <span className="num">{row.contactPhone ?? t('common:none')}</span>,
    },
    ...(isCenter ? [teamsColumn] : []),
    ...(mayWrite ? [actions] : []),
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={mayWrite && <AddButton label={t('add')} onClick={editing.add} />}
      />
      <DirectoryList<OrganisationRow>
        resource="organisations"
        label={t('title')}
        list="organisations"
        columns={columns}
        searchIn={['name']}
        sortBy="code"
        filters={siteFilters(site)}
        empty={t('none')}
        choosers={<SiteSelect isClearable label={t('site')} value={site} onChange={setSite} style={{ width: 180 }} />}
      />
      {mayWrite && <EditRow form={form} editing={editing} />}
    </>
  )
}
