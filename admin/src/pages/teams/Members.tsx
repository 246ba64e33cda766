import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/DataTable'
import { Phone } from '../../components/Phone'
import { DirectoryList } from '../../directory/DirectoryList'

interface MemberRow {
  documentId: string
  /** Names and numbers are shown to those whose team or site it is. */
  number?: string
  name: string
  phone?: string
}

/** The volunteers of a team. */
export function Members({ teamCode }: { teamCode: string }) {
  const { t } = useTranslation(['teams', 'common'])
  const columns: Column<MemberRow>[] = [
    { key: 'name', title: t('memberName'), sortBy: 'name', render: (member) => member.name },
    {
      key: 'number',
      title: t('memberNumber'),
      sortBy: 'number',
      render: (member) => member.number ?? t('common:none'),
    },
    {
      key: 'phone',
      title: t('phone'),
      text: ({ phone }) => phone ?? null,
      render: ({ phone, documentId }) =>
        phone === undefined ? t('common:none') : <Phone value={phone} subject={{ type: 'volunteer', documentId }} />,
    },
  ]
  return (
    <DirectoryList<MemberRow>
      resource="volunteers"
      label={t('members')}
      list="members"
      columns={columns}
      searchIn={['name']}
      sortBy="name"
      filters={[{ field: 'teamCode', operator: 'eq', value: teamCode }]}
      empty={t('noMembers')}
    />
  )
}
