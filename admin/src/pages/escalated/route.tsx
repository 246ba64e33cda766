import { AlertOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'escalated',
  path: 'escalated',
  icon: AlertOutlined,
  namespaces: ['escalated'],
  isFor: ({ role }) => role === 'leader',
  load: () => import('./EscalatedPage'),
}
