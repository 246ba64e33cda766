import type { Knex } from 'knex'
import { isPostgres } from './dialect'

/** One thing that the database itself refuses, whoever asks. */
interface Ban {
  name: string
  table: string
  on: 'update' | 'delete'
  /** SQL on the row as it was; without it, always. */
  when?: string
  message: string
}

const BANS: readonly Ban[] = [
  {
    name: 'dispatch_orders_archived',
    table: 'dispatch_orders',
    on: 'update',
    when: "old.state = 'archived'",
    message: 'an archived order never changes',
  },
  { name: 'dispatch_orders_kept', table: 'dispatch_orders', on: 'delete', message: 'orders are never deleted' },
  { name: 'dispatch_order_events_final', table: 'dispatch_order_events', on: 'update', message: 'events never change' },
  {
    name: 'dispatch_order_events_kept',
    table: 'dispatch_order_events',
    on: 'delete',
    message: 'events are never deleted',
  },
]

/** Any number will do, as long as every server takes the same. */
const LOCK = 640402

/**
 * Makes the database refuse what nobody may do: to change an archived order or an event, to delete either. Made anew
 * at each start, since a change of the schema on SQLite copies the table and leaves its triggers behind.
 */
export async function installTriggers(db: Knex): Promise<void> {
  await (isPostgres(db) ? installOnPostgres(db) : installOnSqlite(db))
}

async function installOnSqlite(db: Knex): Promise<void> {
  for (const { name, table, on, when, message } of BANS) {
    await db.raw(
      `create trigger if not exists ${name} before ${on} on ${table} ${when === undefined ? '' : `when ${when} `}` +
        `begin select raise(abort, '${message}'); end`,
    )
  }
}

async function installOnPostgres(db: Knex): Promise<void> {
  await db.transaction(async (trx) => {
    // Servers that start together would trip over one another's functions.
    await trx.raw('select pg_advisory_xact_lock(?)', [LOCK])
    for (const { name, table, on, when, message } of BANS) {
      await trx.raw(
        `create or replace function ${name}() returns trigger language plpgsql as $$ begin ` +
          `raise exception '${message}' using errcode = 'restrict_violation'; end $$`,
      )
      await trx.raw(`drop trigger if exists ${name} on ${table}`)
      const condition = when === undefined ? '' : `when (${when}) `
      await trx.raw(
        `create trigger ${name} before ${on} on ${table} for each row ${condition}execute function ${name}()`,
      )
    }
  })
}
