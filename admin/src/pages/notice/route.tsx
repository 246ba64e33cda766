import { NotificationOutlined } from '@ant-design/icons'
import type { MeView } from '@practice/access/contracts'
import type { PageRoute } from '../page-route'

/** Whose work the notice is; everybody else reads it at its public address. */
const SEEING: readonly MeView['role'][] = ['points-supervisor', 'village-admin']

export const route: PageRoute = {
  name: 'notice',
  path: 'notices',
  icon: NotificationOutlined,
  namespaces: ['notice', 'scoring'],
  isFor: ({ role }) => SEEING.includes(role),
  load: () => import('./NoticePage'),
}
