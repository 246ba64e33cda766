import type { AuditEntry } from '@practice/access/contracts'
import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { useFilter } from '../../lists/useListAddress'
import { SearchInput } from '../../components/SearchInput'
import { Chooser } from '../../scoring/record-view/Chooser'
import { useMoment } from '../../scoring/export/useMoment'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { useAuditWords } from './useAuditWords'

/** Who did what to what, when and from where; nobody can change it. */
export default function AuditPage() {
  const { t } = useTranslation('audit')
  const words = useAuditWords()
  const moment = useMoment()
  const [actor, setActor] = useAddressParam<string>('actor')
  const [action, setAction] = useFilter<string>('action')
  const [type, setType] = useFilter<string>('type')
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      title: t('at'),
      sortBy: 'at',
      text: ({ at }) => moment(at),
      render: (entry) => <When at={entry.at} withTime />,
    },
    {
      key: 'actor',
      title: t('actor'),
      sortBy: 'actor',
      text: (entry) => `${entry.actor} ${words.role(entry)}`,
      render: (entry) => (
        <>
          {entry.actor} <Typography.Text type="secondary">{words.role(entry)}</Typography.Text>
        </>
      ),
    },
    { key: 'action', title: t('actionTitle'), sortBy: 'action', render: words.action },
    {
      key: 'subject',
      title: t('subject'),
      text: words.subject,
      render: (entry) => <Subject entry={entry} name={words.subject(entry)} />,
    },
    { key: 'detail', title: t('detail'), render: words.detail },
    {
      key: 'address',
      title: t('address'),
      text: ({ address }) => address,
      render: (entry) => <span className="num">{entry.address}</span>,
    },
  ]
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <DirectoryList<AuditEntry>
        resource="audit"
        label={t('title')}
        list="audit"
        columns={columns}
        filters={[
          ...(actor === null ? [] : [{ field: 'actor', operator: 'containss' as const, value: actor }]),
          ...(action === null ? [] : [{ field: 'action', operator: 'eq' as const, value: action }]),
          ...(type === null ? [] : [{ field: 'subjectType', operator: 'eq' as const, value: type }]),
        ]}
        sortBy="at"
        sortOrder="desc"
        empty={t('none')}
        choosers={
          <>
            <SearchInput
              label={t('actor')}
              value={actor ?? ''}
              onSearch={(text) => setActor(text.trim())}
              style={{ width: 200 }}
            />
            <Chooser
              label={t('actionTitle')}
              value={action}
              options={words.actions.map(([value, label]) => ({ value, label }))}
              onChange={setAction}
            />
            <Chooser
              label={t('subject')}
              value={type}
              options={words.types.map(([value, label]) => ({ value, label }))}
              onChange={setType}
            />
          </>
        }
      />
    </>
  )
}

function Subject({ entry: { subjectType, subjectId }, name }: { entry: AuditEntry; name: string }) {
  if (subjectType === 'order' && subjectId !== null) return <Link to={`/desk/${subjectId}`}>{name}</Link>
  return name
}
