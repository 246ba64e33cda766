import { InboxOutlined } from '@ant-design/icons'
import type { MeView } from '@practice/access/contracts'
import type { PageRoute } from '../page-route'

/** permissions.md: who counts a shop's stock. */
const COUNTING: readonly MeView['role'][] = ['points-supervisor', 'village-admin']

export const route: PageRoute = {
  name: 'stocktake',
  path: 'stocktake',
  icon: InboxOutlined,
  namespaces: ['stocktake', 'stock', 'scoring'],
  isFor: ({ role }) => COUNTING.includes(role),
  load: () => import('./StocktakePage'),
}
