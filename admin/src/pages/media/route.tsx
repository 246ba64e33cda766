import { PictureOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'media',
  path: 'media',
  icon: PictureOutlined,
  namespaces: ['media', 'articles'],
  isFor: (me) => me.can.includes('article.publish'),
  load: () => import('./MediaPage'),
}
