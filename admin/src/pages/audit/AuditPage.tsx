import type { AuditEntry } from '@practice/access/contracts'
import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { useAuditWords } from './useAuditWords'

/** Who did what to what, when and from where; nobody can change it. */
export default function AuditPage() {
  const { t } = useTranslation('audit')
  const words = useAuditWords()
  const columns: Column<AuditEntry>[] = [
    { key: 'at', title: t('at'), render: (entry) => <When at={entry.at} withTime /> },
    {
      key: 'actor',
      title: t('actor'),
      render: (entry) => (
        <>
          {entry.actor} <Typography.Text type="secondary">{words.role(entry)}</Typography.Text>
        </>
      ),
    },
    { key: 'action', title: t('actionTitle'), render: words.action },
    { key: 'subject', title: t('subject'), render: (entry) => <Subject entry={entry} name={words.subject(entry)} /> },
    { key: 'detail', title: t('detail'), render: words.detail },
    { key: 'address', title: t('address'), render: (entry) => <span className="num">{entry.address}</span> },
  ]
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <DirectoryList<AuditEntry>
        resource="audit"
        label={t('title')}
        columns={columns}
        searchIn={[]}
        sortBy="at"
        sortOrder="desc"
        empty={t('none')}
      />
    </>
  )
}

function Subject({ entry: { subjectType, subjectId }, name }: { entry: AuditEntry; name: string }) {
  if (subjectType === 'order' && subjectId !== null) return <Link to={`/desk/${subjectId}`}>{name}</Link>
  return name
}
