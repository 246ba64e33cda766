import { useQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { itemsQuery, loadAll, sitesQuery } from '../../api/directory'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'

interface OfferingRow {
  documentId: string
  siteCode: string
  itemCode: string
}

const SHOWN_AT_FIRST = 6

/** Items that the town or one of its villages has switched off: what residents there do not find. */
export function SwitchedOff() {
  const { t } = useTranslation('home')
  const [isLong, setIsLong] = useState(false)
  const sites = useQuery(sitesQuery())
  const items = useQuery(itemsQuery())
  const off = useQuery({
    queryKey: ['offerings', 'off'],
    queryFn: () =>
      loadAll<OfferingRow>('/service-offerings', {
        fields: ['siteCode', 'itemCode'],
        filters: { enabled: { $eq: false } },
        sort: ['itemCode', 'siteCode'],
      }),
  })
  const siteNames = new Map((sites.data ?? []).map(({ code, name }) => [code, name]))
  const itemNames = new Map((items.data ?? []).map(({ code, name }) => [code, name]))
  const rows = off.data ?? []
  return (
    <Card
      size="small"
      title={off.data === undefined ? t('off.title') : t('off.count', { count: rows.length })}
      extra={<Link to="/offerings">{t('off.all')}</Link>}
    >
      {off.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={off.data === undefined ? off.error : null} />
      {off.isSuccess && rows.length === 0 && <EmptyState title={t('off.none')} hint={t('off.noneHint')} />}
      <ul className="lines">
        {(isLong ? rows : rows.slice(0, SHOWN_AT_FIRST)).map(({ documentId, siteCode, itemCode }) => (
          <li key={documentId}>
            <Link to={`/offerings?item=${itemCode}&at=${siteCode}`} className="line line-pair">
              <span className="line-name">{itemNames.get(itemCode) ?? itemCode}</span>
              <span className="line-quiet">{siteNames.get(siteCode) ?? siteCode}</span>
            </Link>
          </li>
        ))}
      </ul>
      {!isLong && rows.length > SHOWN_AT_FIRST && (
        <Button type="link" className="home-more" onClick={() => setIsLong(true)}>
          {t('more', { count: rows.length - SHOWN_AT_FIRST })}
        </Button>
      )}
    </Card>
  )
}
