import { PlusSquareOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'record',
  path: 'record',
  icon: PlusSquareOutlined,
  namespaces: ['scoring', 'record'],
  isFor: (me) => me.role === 'village-admin',
  load: () => import('./RecordPage'),
}
