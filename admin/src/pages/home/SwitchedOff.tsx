import { useQuery } from '@tanstack/react-query'
import { Card, Typography } from 'antd'
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

/** Items that the town or one of its villages has switched off: what residents there do not find. */
export function SwitchedOff() {
  const { t } = useTranslation('home')
  const sites = useQuery(sitesQuery())
  const items = useQuery(itemsQuery())
  const off = useQuery({
    queryKey: ['offerings', 'off'],
    queryFn: () =>
      loadAll<OfferingRow>('/service-offerings', {
        fields: ['siteCode', 'itemCode'],
        filters: { enabled: { $eq: false } },
        sort: ['itemCode'],
      }),
  })
  const siteNames = new Map((sites.data ?? []).map(({ code, name }) => [code, name]))
  const itemNames = new Map((items.data ?? []).map(({ code, name }) => [code, name]))
  return (
    <Card size="small" title={t('off.title')} extra={<Link to="/offerings">{t('off.all')}</Link>}>
      {off.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={off.error} />
      {off.isSuccess && off.data.length === 0 && <EmptyState title={t('off.none')} hint={t('off.noneHint')} />}
      <ul className="home-list">
        {(off.data ?? []).map(({ documentId, siteCode, itemCode }) => (
          <li key={documentId}>
            <span>{itemNames.get(itemCode) ?? itemCode}</span>
            <Typography.Text type="secondary">{siteNames.get(siteCode) ?? siteCode}</Typography.Text>
          </li>
        ))}
      </ul>
    </Card>
  )
}
