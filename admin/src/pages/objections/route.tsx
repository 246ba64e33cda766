import { ExclamationCircleOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'objections',
  path: 'objections/:documentId?',
  icon: ExclamationCircleOutlined,
  namespaces: ['objections', 'scoring', 'lists'],
  isFor: ({ role }) => role === 'points-supervisor',
  load: () => import('./ObjectionsPage'),
}
