import { ClusterOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'organisations',
  path: 'organisations',
  icon: ClusterOutlined,
  namespaces: ['organisations', 'lists', 'forms'],
  isFor: (me) => !['resident', 'points-reviewer'].includes(me.role),
  load: () => import('./OrganisationsPage'),
}
