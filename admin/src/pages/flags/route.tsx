import { AlertOutlined } from '@ant-design/icons'
import type { MeView } from '@practice/access/contracts'
import type { PageRoute } from '../page-route'

/** permissions.md: who may read warnings; the supervisor alone settles them. */
const LOOKING: readonly MeView['role'][] = ['points-supervisor', 'county-dispatcher', 'town-officer']

export const route: PageRoute = {
  name: 'flags',
  path: 'flags',
  icon: AlertOutlined,
  namespaces: ['flags', 'scoring', 'lists'],
  isFor: ({ role }) => LOOKING.includes(role),
  load: () => import('./FlagsPage'),
}
