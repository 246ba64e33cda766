import { ImportOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'import-records',
  path: 'import-records',
  icon: ImportOutlined,
  namespaces: ['import-records', 'scoring'],
  isFor: (me) => me.role === 'village-admin',
  load: () => import('./ImportPage'),
}
