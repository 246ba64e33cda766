import { AppstoreOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'offerings',
  path: 'offerings/*',
  icon: AppstoreOutlined,
  namespaces: ['offerings'],
  isFor: (me) => me.can.includes('offering.write'),
  load: () => import('./OfferingsPage'),
}
