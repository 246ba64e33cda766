import { SettingOutlined } from '@ant-design/icons'
import type { PageRoute } from '../page-route'

export const route: PageRoute = {
  name: 'settings',
  path: 'settings',
  icon: SettingOutlined,
  namespaces: ['settings'],
  isFor: (me) => me.can.includes('settings.dispatch'),
  load: () => import('./SettingsPage'),
}
