import { EnvironmentOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'assigned',
  path: 'assigned',
  icon: EnvironmentOutlined,
  namespaces: ['assigned', 'home'],
  isFor: ({ role }) => role === 'leader',
  load: () => import('./AssignedPage'),
}
