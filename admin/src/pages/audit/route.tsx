import { FileSearchOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'audit',
  path: 'audit',
  icon: FileSearchOutlined,
  namespaces: ['audit', 'lists'],
  isFor: (me) => me.can.includes('audit.read'),
  load: () => import('./AuditPage'),
}
