import type { Knex } from 'knex'

/** Whether a connection speaks PostgreSQL; the only other database is SQLite. */
export function isPostgres(db: Knex): boolean {
  return (db.client as { config: { client: unknown } }).config.client === 'pg'
}
