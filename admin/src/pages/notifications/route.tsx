import { BellOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'notifications',
  path: 'notifications/:tab?',
  icon: BellOutlined,
  namespaces: ['notifications'],
  isFor: () => true,
  load: () => import('./NotificationsPage'),
}
