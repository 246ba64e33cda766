import { AuditOutlined } from '@ant-design/icons'
import type { MeView } from '@practice/access/contracts'
import type { PageRoute } from '../page-route'

/** permissions.md: who may read the ledger; the supervisor alone corrects it. */
const LOOKING: readonly MeView['role'][] = ['points-supervisor', 'county-dispatcher', 'town-officer']

export const route: PageRoute = {
  name: 'ledger',
  path: 'ledger',
  icon: AuditOutlined,
  namespaces: ['ledger', 'scoring', 'lists'],
  isFor: ({ role }) => LOOKING.includes(role),
  load: () => import('./LedgerPage'),
}
