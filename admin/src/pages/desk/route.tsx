import { DesktopOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'desk',
  path: 'desk/:documentId?',
  icon: DesktopOutlined,
  namespaces: ['desk', 'lists'],
  isFor: (me) => !['resident', 'points-reviewer', 'team-leader'].includes(me.role),
  load: () => import('./DeskPage'),
}
