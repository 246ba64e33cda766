import { ShopOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'stock',
  path: 'stock/:part?/:documentId?',
  icon: ShopOutlined,
  namespaces: ['stock', 'scoring', 'lists'],
  isFor: (me) => ['village-admin', 'town-officer', 'county-dispatcher', 'points-supervisor'].includes(me.role),
  load: () => import('./StockPage'),
}
