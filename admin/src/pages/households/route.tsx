import { IdcardOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'households',
  path: 'households',
  icon: IdcardOutlined,
  namespaces: ['households', 'lists', 'forms'],
  isFor: (me) => me.can.includes('household.write') || me.role === 'town-officer',
  load: () => import('./HouseholdsPage'),
}
