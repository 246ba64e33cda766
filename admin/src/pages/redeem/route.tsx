import { GiftOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'redeem',
  path: 'redeem/:documentId?',
  icon: GiftOutlined,
  // The search of cards has its words with the page that records.
  namespaces: ['scoring', 'record', 'redeem'],
  isFor: (me) => me.role === 'village-admin',
  load: () => import('./RedeemPage'),
}
