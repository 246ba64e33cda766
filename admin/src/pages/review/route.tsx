import { FileDoneOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'review',
  path: 'review/:documentId?',
  icon: FileDoneOutlined,
  namespaces: ['review', 'scoring'],
  isFor: ({ role }) => role === 'points-reviewer',
  load: () => import('./ReviewPage'),
}
