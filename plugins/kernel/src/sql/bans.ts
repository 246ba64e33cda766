import type { Knex } from 'knex'
import { isPostgres } from './dialect'

/** One thing that the database itself refuses, whoever asks. */
export interface Ban {
  /** Of the trigger; at most 63 characters, and unlike any other in the database. */
  name: string
  table: string
  on: 'insert' | 'update' | 'delete'
  /** SQL on the row as it was (`old`) and as it would be (`new`); without it, always. */
  when?: string
  message: string
}

/** Any number will do, as long as every server takes the same. */
const LOCK = 640402

/** The bans that make a table append-only. */
export function appendOnly(table: string, what: string): readonly Ban[] {
  return [
    { name: `${table}_final`, table, on: 'update', message: `${what} never change` },
    { name: `${table}_kept`, table, on: 'delete', message: `${what} are never deleted` },
  ]
}

/**
 * Makes the database refuse what nobody may do. Made anew at each start, since a change of the schema on SQLite copies
 * the table and leaves its triggers behind.
 */
export async function installBans(db: Knex, bans: readonly Ban[]): Promise<void> {
  await (isPostgres(db) ? installOnPostgres(db, bans) : installOnSqlite(db, bans))
}

async function installOnSqlite(db: Knex, bans: readonly Ban[]): Promise<void> {
  for (const { name, table, on, when, message } of bans) {
    await db.raw(
      `create trigger if not exists ${name} before ${on} on ${table} ${when === undefined ? '' : `when ${when} `}` +
        `begin select raise(abort, '${message}'); end`,
    )
  }
}

async function installOnPostgres(db: Knex, bans: readonly Ban[]): Promise<void> {
  await db.transaction(async (trx) => {
    // Servers that start together would trip over one another's functions.
    await trx.raw('select pg_advisory_xact_lock(?)', [LOCK])
    for (const { name, table, on, when, message } of bans) {
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
