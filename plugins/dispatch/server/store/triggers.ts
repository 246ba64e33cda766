import { appendOnly, installBans, type Ban } from '@practice/kernel'
import type { Knex } from 'knex'

const BANS: readonly Ban[] = [
  {
    name: 'dispatch_orders_archived',
    table: 'dispatch_orders',
    on: 'update',
    when: "old.state = 'archived'",
    message: 'an archived order never changes',
  },
  { name: 'dispatch_orders_kept', table: 'dispatch_orders', on: 'delete', message: 'orders are never deleted' },
  ...appendOnly('dispatch_order_events', 'events'),
]

/** Makes the database refuse what nobody may do: to change an archived order or an event, to delete either. */
export function installTriggers(db: Knex): Promise<void> {
  return installBans(db, BANS)
}
