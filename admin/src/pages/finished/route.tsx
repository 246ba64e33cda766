import { FileDoneOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'finished',
  path: 'finished',
  icon: FileDoneOutlined,
  namespaces: ['finished'],
  isFor: ({ role }) => role === 'team-leader',
  load: () => import('./FinishedPage'),
}
