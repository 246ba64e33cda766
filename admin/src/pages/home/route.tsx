import { HomeOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'home',
  path: '',
  icon: HomeOutlined,
  namespaces: ['home'],
  isFor: () => true,
  load: () => import('./HomePage'),
}
