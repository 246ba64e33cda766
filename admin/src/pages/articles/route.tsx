import { ReadOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'articles',
  path: 'articles/*',
  icon: ReadOutlined,
  namespaces: ['articles', 'news'],
  isFor: (me) => me.can.includes('article.draft'),
  load: () => import('./ArticlesPage'),
}
