import { Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { Phone } from '../../components/Phone'
import { DirectoryList } from '../../directory/DirectoryList'
import { AddButton, EditButton } from '../../directory/forms/buttons'
import { EditRow } from '../../directory/forms/EditRow'
import { useEditing } from '../../directory/forms/useEditing'
import { SiteSelect } from '../../directory/SiteSelect'
import { siteFilters } from '../../lists/site-filters'
import { useFilter } from '../../lists/useListAddress'
import { useHouseholdForm } from './useHouseholdForm'

interface HouseholdRow {
  documentId: string
  code: string
  name: string
  phone: string | null
  address: string | null
  members: { name: string; relation: string }[] | null
}

/** The households of the village: whom one serves. Numbers are masked until there is a reason. */
export default function HouseholdsPage() {
  const { t } = useTranslation(['households', 'common'])
  const { can, site: own } = useMe()
  const [site, setSite] = useFilter<string>('site')
  const editing = useEditing()
  const form = useHouseholdForm()
  const columns: Column<HouseholdRow>[] = [
    { key: 'name', title: t('head'), sortBy: 'name', render: (row) => row.name },
    { key: 'code', title: t('code'), sortBy: 'code', isExtra: true, render: ({ code }) => code },
    { key: 'address', title: t('address'), sortBy: 'address', render: (row) => row.address ?? t('common:none') },
    {
      key: 'members',
      title: t('members'),
      render: (row) =>
        t('membersOf', {
          count: row.members?.length ?? 0,
          names: (row.members ?? []).map(({ name }) => name).join(t('common:form.listSeparator')),
        }),
    },
    {
      key: 'phone',
      title: t('phone'),
      text: ({ phone }) => phone,
      render: ({ phone, documentId }) =>
        phone === null ? t('common:none') : <Phone value={phone} subject={{ type: 'household', documentId }} />,
    },
  ]
  const mayWrite = can.includes('household.write')
  if (can.includes('order.place') || mayWrite) {
    columns.push({
      key: 'place',
      title: t('actions'),
      isAction: true,
      render: (row) => (
        <Flex wrap gap={16}>
          {can.includes('order.place') && <Link to={`/place?household=${row.code}`}>{t('place')}</Link>}
          {mayWrite && <EditButton name={row.name} onClick={() => editing.open(row.documentId)} />}
        </Flex>
      ),
    })
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={mayWrite && <AddButton label={t('add')} onClick={editing.add} />}
      />
      <DirectoryList<HouseholdRow>
        resource="households"
        label={t('title')}
        list="households"
        columns={columns}
        searchIn={['name', 'address']}
        sortBy="code"
        filters={siteFilters(site)}
        nameOf={({ name }) => name}
        empty={t('none')}
        {...(mayWrite ? { emptyHint: t('noneHint') } : {})}
        choosers={
          own?.tier !== 'village' && (
            <SiteSelect isClearable label={t('site')} value={site} onChange={setSite} style={{ width: 180 }} />
          )
        }
      />
      {mayWrite && <EditRow form={form} editing={editing} />}
    </>
  )
}
