import { InboxOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'inbox',
  path: 'inbox/:documentId?',
  icon: InboxOutlined,
  namespaces: ['inbox'],
  isFor: (me) => me.can.includes('order.inbox'),
  load: () => import('./InboxPage'),
}
