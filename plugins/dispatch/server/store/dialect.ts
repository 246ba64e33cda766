import type { Knex } from 'knex'

/** Whether a connection speaks PostgreSQL; the only other database is SQLite. */
export function isPostgres(db: Knex): boolean {
  return (db.client as { config: { client: unknown } }).config.client === 'pg'
}

/** A moment's column in milliseconds, which SQLite keeps as such. */
export function millisecondsSql(db: Knex, column: string): string {
  return isPostgres(db) ? `(extract(epoch from ${column}) * 1000)` : column
}
