import { IdcardOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

/** permissions.md, "card, statement". */
const READERS = ['county-dispatcher', 'town-officer', 'village-admin', 'points-supervisor']

export const route: PageRoute = {
  name: 'cards',
  path: 'cards/:number?',
  icon: IdcardOutlined,
  // Households are found as they are where orders are placed.
  namespaces: ['scoring', 'cards', 'place', 'lists'],
  isFor: (me) => READERS.includes(me.role),
  load: () => import('./CardsPage'),
}
