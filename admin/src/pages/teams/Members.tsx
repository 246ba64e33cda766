import { Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { Phone } from '../../components/Phone'
import { DirectoryList } from '../../directory/DirectoryList'
import { AddButton, EditButton } from '../../directory/forms/buttons'
import { EditRow } from '../../directory/forms/EditRow'
import { useEditing } from '../../directory/forms/useEditing'
import { useMemberForm } from './useMemberForm'

interface MemberRow {
  documentId: string
  /** Names and numbers are shown to those whose team or site it is. */
  number?: string
  name: string
  phone?: string
  birthYear?: number | null
}

interface MembersProps {
  teamCode: string
  /** Whether the team belongs to one's own site, so that whoever writes teams writes its members too. */
  isOwn: boolean
}

/** The volunteers of a team; its leader and its town write them. */
export function Members({ teamCode, isOwn }: MembersProps) {
  const { t } = useTranslation(['teams', 'common'])
  const { can, team } = useMe()
  const mayWrite = (can.includes('team.write') && isOwn) || team?.code === teamCode
  const editing = useEditing()
  const form = useMemberForm(teamCode)
  const actions: Column<MemberRow> = {
    key: 'act',
    title: t('actions'),
    isAction: true,
    render: ({ documentId, name }) => <EditButton name={name} onClick={() => editing.open(documentId)} />,
  }
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
    {
      key: 'birthYear',
      title: t('birthYear'),
      isExtra: true,
      render: ({ birthYear }) => birthYear ?? t('common:none'),
    },
    ...(mayWrite ? [actions] : []),
  ]
  return (
    <Flex vertical gap={12}>
      {mayWrite && (
        <div>
          <AddButton label={t('addMember')} onClick={editing.add} />
        </div>
      )}
      <DirectoryList<MemberRow>
        resource="volunteers"
        label={t('members')}
        list="members"
        columns={columns}
        searchIn={['name']}
        sortBy="name"
        filters={[{ field: 'teamCode', operator: 'eq', value: teamCode }]}
        nameOf={({ name }) => name}
        empty={t('noMembers')}
      />
      {mayWrite && <EditRow form={form} editing={editing} />}
    </Flex>
  )
}
