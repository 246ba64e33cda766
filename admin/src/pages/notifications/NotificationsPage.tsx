import { SettingOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import {
  NOTIFICATIONS_PAGE_SIZE,
  notificationsQuery,
  readNotifications,
  unreadQuery,
} from '../../notifications/queries'
import { NotificationRow } from './NotificationRow'
import { Preferences } from './Preferences'
import './notifications.css'

/** What one was told of, each leading to its row; beside it, by which ways one wants to be told. */
export default function NotificationsPage() {
  const { tab } = useParams()
  return tab === 'preferences' ? <Preferences /> : <Told />
}

function Told() {
  const { t } = useTranslation('notifications')
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const onlyUnread = params.get('show') !== 'all'
  const page = Math.max(1, Math.floor(Number(params.get('page') ?? 1)) || 1)
  const told = useQuery({ ...notificationsQuery({ onlyUnread, page }), placeholderData: keepPreviousData })
  const unread = useQuery(unreadQuery()).data?.unread ?? 0
  const readingAll = useMutation({ mutationFn: () => readNotifications(client, { all: true }) })
  const show = (all: boolean, next: number) =>
    setParams({ ...(all ? { show: 'all' } : {}), ...(next > 1 ? { page: String(next) } : {}) })

  return (
    <div className="told">
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            <Button disabled={unread === 0} loading={readingAll.isPending} onClick={() => readingAll.mutate()}>
              {t('readAll')}
            </Button>
            <Link to="/notifications/preferences">
              <Button icon={<SettingOutlined />}>{t('preferences.title')}</Button>
            </Link>
          </>
        }
      />
      <Segmented
        aria-label={t('show.label')}
        value={onlyUnread ? 'unread' : 'all'}
        onChange={(value) => show(value === 'all', 1)}
        options={[
          { value: 'unread', label: t('show.unread', { count: unread }) },
          { value: 'all', label: t('show.all') },
        ]}
      />
      <RefusalAlert error={readingAll.error} />
      <RefusalAlert
        error={told.data === undefined ? told.error : null}
        action={
          <Button size="small" onClick={() => void told.refetch()}>
            {t('common:action.retry')}
          </Button>
        }
      />
      {told.isLoading && <RowsSkeleton />}
      {told.data?.notifications.length === 0 && (
        <EmptyState title={t(onlyUnread ? 'none.unread' : 'none.all')} hint={t('noneHint')} />
      )}
      {told.data !== undefined && told.data.notifications.length > 0 && (
        <ul className="told-rows" aria-label={t('title')}>
          {told.data.notifications.map((notification) => (
            <NotificationRow key={notification.documentId} notification={notification} />
          ))}
        </ul>
      )}
      {(told.data?.total ?? 0) > NOTIFICATIONS_PAGE_SIZE && (
        <Pager
          align="center"
          current={page}
          pageSize={NOTIFICATIONS_PAGE_SIZE}
          total={told.data?.total ?? 0}
          onChange={(next) => show(!onlyUnread, next)}
        />
      )}
    </div>
  )
}
