import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

/** A page's outline until its code or its first rows have come. */
export function PageSkeleton() {
  const { t } = useTranslation('common')
  return (
    <div role="status" aria-busy="true" aria-label={t('loading')}>
      <Skeleton title={{ width: 160 }} paragraph={{ rows: 6 }} />
    </div>
  )
}

/** The outline of a list. */
export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('common')
  return (
    <div role="status" aria-busy="true" aria-label={t('loading')} style={{ padding: 16 }}>
      <Skeleton title={false} paragraph={{ rows: rows * 2 }} />
    </div>
  )
}
