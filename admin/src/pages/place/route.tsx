import { FormOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'place',
  path: 'place',
  icon: FormOutlined,
  namespaces: ['place'],
  isFor: (me) => me.can.includes('order.place'),
  load: () => import('./PlacePage'),
}
