import { PartitionOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'plan',
  path: 'plan',
  icon: PartitionOutlined,
  namespaces: ['plan'],
  isFor: (me) => me.can.includes('order.plan'),
  load: () => import('./PlanPage'),
}
