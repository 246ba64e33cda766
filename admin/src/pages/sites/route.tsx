import { EnvironmentOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'sites',
  path: 'sites',
  icon: EnvironmentOutlined,
  namespaces: ['sites', 'lists'],
  isFor: (me) => ['town-officer', 'county-dispatcher', 'county-editor', 'leader'].includes(me.role),
  load: () => import('./SitesPage'),
}
