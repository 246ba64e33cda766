import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { Phone } from '../../components/Phone'
import { DirectoryList } from '../../directory/DirectoryList'

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
  const { can } = useMe()
  const columns: Column<HouseholdRow>[] = [
    { key: 'name', title: t('head'), render: (row) => row.name },
    { key: 'address', title: t('address'), render: (row) => row.address ?? t('common:none') },
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
      render: ({ phone, documentId }) =>
        phone === null ? t('common:none') : <Phone value={phone} subject={{ type: 'household', documentId }} />,
    },
  ]
  if (can.includes('order.place')) {
    columns.push({
      key: 'place',
      title: t('actions'),
      render: (row) => <Link to={`/place?household=${row.code}`}>{t('place')}</Link>,
    })
  }
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <DirectoryList<HouseholdRow>
        resource="households"
        label={t('title')}
        columns={columns}
        searchIn={['name', 'address']}
        sortBy="code"
        empty={t('none')}
      />
    </>
  )
}
