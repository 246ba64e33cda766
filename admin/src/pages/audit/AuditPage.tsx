import type { AuditEntry } from '@practice/access/contracts'
import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'

/** Who did what to what, when and from where; nobody can change it. */
export default function AuditPage() {
  const { t, i18n } = useTranslation(['audit', 'common'])
  /** Words for what is known; what a later version adds stands by its code. */
  const word = (key: string, code: string) => (i18n.exists(key) ? t(key) : code)
  const actionOf = ({ action }: AuditEntry) => word(`audit:action.${action}`, word(`common:verb.${action}`, action))
  const columns: Column<AuditEntry>[] = [
    { key: 'at', title: t('at'), render: (entry) => <When at={entry.at} withTime /> },
    {
      key: 'actor',
      title: t('actor'),
      render: (entry) => (
        <>
          {entry.actor}{' '}
          <Typography.Text type="secondary">{word(`common:role.${entry.role}`, entry.role)}</Typography.Text>
        </>
      ),
    },
    { key: 'action', title: t('actionTitle'), render: actionOf },
    { key: 'subject', title: t('subject'), render: (entry) => <Subject entry={entry} /> },
    { key: 'detail', title: t('detail'), render: (entry) => <Detail entry={entry} /> },
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

function Subject({ entry: { subjectType, subjectId } }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation('audit')
  const name = i18n.exists(`audit:type.${subjectType}`) ? t(`type.${subjectType}`) : subjectType
  if (subjectType === 'order' && subjectId !== null) return <Link to={`/desk/${subjectId}`}>{name}</Link>
  return name
}

/** The part of the detail that people read: a number, a reason, a field. */
function Detail({ entry: { detail } }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation(['audit', 'common'])
  const { number, reason, field } = detail
  const fieldName = typeof field === 'string' && i18n.exists(`audit:field.${field}`) ? t(`field.${field}`) : field
  return [number, fieldName, reason].filter((part) => typeof part === 'string').join(t('common:separator'))
}
