import { CheckSquareOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'reviewed',
  path: 'reviewed/:documentId?',
  icon: CheckSquareOutlined,
  namespaces: ['review', 'scoring', 'lists'],
  isFor: ({ role }) => role === 'points-reviewer',
  load: () => import('./ReviewedPage'),
}
