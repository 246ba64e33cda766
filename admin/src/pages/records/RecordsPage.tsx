import { ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import { useIsPhone } from '../../components/useIsPhone'
import { SORT } from '../../lists/address'
import { RecordDrawer } from '../../scoring/record-view/RecordPane'
import { useMayOpen } from '../links'
import { RecordActions } from './RecordActions'
import { RecordList } from './RecordList'
import { readRecordsQuery, writeRecordsQuery } from './records-query'
import type { RecordsQuery } from './records-query'
import './records.css'

/** The records of points that one may see, narrowed by the address; a row opens its record beside the list. */
export default function RecordsPage() {
  const { t } = useTranslation(['records', 'common'])
  const isPhone = useIsPhone()
  const mayOpen = useMayOpen()
  const navigate = useNavigate()
  const { documentId } = useParams()
  const [params, setParams] = useSearchParams()
  const query = readRecordsQuery(params)
  /** The sort is the list's own, and stays. */
  const addressOfQuery = (next: RecordsQuery) => {
    const address = writeRecordsQuery(next)
    const sort = params.get(SORT)
    if (sort !== null) address.set(SORT, sort)
    return address
  }
  const change = (part: Partial<RecordsQuery>) => setParams(addressOfQuery({ ...query, page: 1, ...part }))
  const addressOf = (id: string | null) => `/records${id === null ? '' : `/${id}`}?${addressOfQuery(query).toString()}`
  const drawer = documentId !== undefined && (
    <RecordDrawer
      documentId={documentId}
      onClose={() => void navigate(addressOf(null))}
      actions={(record) => <RecordActions record={record} />}
    />
  )
  if (isPhone && drawer !== false) return drawer
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            {mayOpen('points') && (
              <Link to="/points">
                <Button>{t('common:menu.points')}</Button>
              </Link>
            )}
            {mayOpen('rule-sets') && (
              <Link to="/rule-sets">
                <Button>{t('common:menu.rule-sets')}</Button>
              </Link>
            )}
            {mayOpen('import-records') && (
              <Link to="/import-records">
                <Button icon={<ImportOutlined />}>{t('import')}</Button>
              </Link>
            )}
          </>
        }
      />
      <RecordList query={query} addressOf={addressOf} onChange={change} />
      {drawer}
    </>
  )
}
