import { BankOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'venues',
  path: 'venues',
  icon: BankOutlined,
  namespaces: ['venues', 'lists', 'forms'],
  isFor: (me) => me.role !== 'resident',
  load: () => import('./VenuesPage'),
}
