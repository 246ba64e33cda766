import { CalendarOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'activities',
  path: 'activities/:documentId?',
  icon: CalendarOutlined,
  namespaces: ['activities', 'scoring', 'lists'],
  isFor: (me) => ['county-editor', 'county-dispatcher', 'town-officer', 'village-admin', 'leader'].includes(me.role),
  load: () => import('./ActivitiesPage'),
}
