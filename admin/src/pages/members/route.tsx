import { TeamOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'members',
  path: 'members',
  icon: TeamOutlined,
  namespaces: ['teams', 'lists', 'forms'],
  isFor: (me) => me.role === 'team-leader' && me.team !== null,
  load: () => import('./MembersPage'),
}
