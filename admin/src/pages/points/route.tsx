import { BarChartOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'points',
  path: 'points',
  icon: BarChartOutlined,
  namespaces: ['points', 'scoring'],
  isFor: (me) =>
    ['county-dispatcher', 'town-officer', 'village-admin', 'points-supervisor', 'leader'].includes(me.role),
  load: () => import('./PointsPage'),
}
