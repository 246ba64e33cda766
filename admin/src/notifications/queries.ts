import type {
  Notification,
  NotificationPreferencesBody,
  NotificationPreferencesView,
  UnreadView,
} from '@practice/access/contracts'
import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import qs from 'qs'
import { post, request, requestData } from '../api/client'
import { pollMs } from '../live/poll'

const PATH = '/access/notifications'

/** How many are shown at once. */
export const NOTIFICATIONS_PAGE_SIZE = 20

/** What a page of notifications is asked for. */
export interface NotificationsQuery {
  onlyUnread: boolean
  page: number
}

interface Page {
  data: Notification[]
  meta: { pagination: { total: number } }
}

/** How many of one's own wait to be read. */
export function unreadQuery() {
  return queryOptions({
    queryKey: ['notifications', 'unread'],
    queryFn: ({ signal }) => requestData<UnreadView>(`${PATH}/unread`, { signal }),
    refetchInterval: pollMs,
  })
}

/** A page of one's own, the newest first. */
export function notificationsQuery({ onlyUnread, page }: NotificationsQuery) {
  const query = {
    ...(onlyUnread ? { filters: { read: { $eq: false } } } : {}),
    pagination: { page, pageSize: NOTIFICATIONS_PAGE_SIZE },
  }
  return queryOptions({
    queryKey: ['notifications', 'list', onlyUnread, page],
    queryFn: async ({ signal }) => {
      const address = `${PATH}?${qs.stringify(query, { encodeValuesOnly: true })}`
      const { data, meta } = await request<Page>(address, { signal })
      return { notifications: data, total: meta.pagination.total }
    },
    refetchInterval: pollMs,
  })
}

/** Notes that these, or all, were read, and shows it everywhere. */
export async function readNotifications(
  client: QueryClient,
  which: { documentIds: string[] } | { all: true },
): Promise<void> {
  client.setQueryData(unreadQuery().queryKey, await post<UnreadView>(`${PATH}/read`, which))
  await client.invalidateQueries({ queryKey: ['notifications', 'list'] })
}

/** By which ways one is told of what. */
export function preferencesQuery() {
  return queryOptions({
    queryKey: ['notification-preferences'],
    queryFn: ({ signal }) => requestData<NotificationPreferencesView>(`${PATH}/preferences`, { signal }),
  })
}

/** Keeps what one chose. */
export function keepPreferences(body: NotificationPreferencesBody): Promise<NotificationPreferencesView> {
  return requestData<NotificationPreferencesView>(`${PATH}/preferences`, { method: 'PUT', body: { data: body } })
}
