import { TeamOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'teams',
  path: 'teams/:documentId?',
  icon: TeamOutlined,
  namespaces: ['teams', 'lists', 'forms'],
  isFor: (me) => !['resident', 'points-reviewer', 'team-leader'].includes(me.role),
  load: () => import('./TeamsPage'),
}
