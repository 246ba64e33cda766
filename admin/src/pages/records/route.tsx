import { ProfileOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'records',
  path: 'records/:documentId?',
  icon: ProfileOutlined,
  namespaces: ['records', 'scoring', 'lists'],
  isFor: (me) =>
    ['county-dispatcher', 'town-officer', 'village-admin', 'points-reviewer', 'points-supervisor', 'leader'].includes(
      me.role,
    ),
  load: () => import('./RecordsPage'),
}
