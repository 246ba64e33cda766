import { FormOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'place',
  path: 'place',
  icon: FormOutlined,
  namespaces: ['place'],
  // Residents order on their phones' own pages; this one is for those who order for them.
  isFor: (me) => me.can.includes('order.place') && me.role !== 'resident',
  load: () => import('./PlacePage'),
}
