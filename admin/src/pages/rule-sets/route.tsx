import { ReadOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'rule-sets',
  path: 'rule-sets',
  icon: ReadOutlined,
  namespaces: ['rule-sets', 'scoring'],
  isFor: (me) =>
    ['county-dispatcher', 'town-officer', 'village-admin', 'points-reviewer', 'points-supervisor'].includes(me.role),
  load: () => import('./RuleSetsPage'),
}
