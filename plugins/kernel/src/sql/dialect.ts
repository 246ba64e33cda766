import type { Knex } from 'knex'

/** Whether a connection speaks PostgreSQL; the only other database is SQLite. */
export function isPostgres(db: Knex): boolean {
  return (db.client as { config: { client: unknown } }).config.client === 'pg'
}

/**
 * Reads the rows that a query finds and keeps others from changing them until the transaction ends. SQLite has no such
 * locks and needs none: it lets one writer in at a time.
 */
export function lockRow<Query extends Knex.QueryBuilder>(trx: Knex.Transaction, query: Query): Query {
  return isPostgres(trx) ? (query.forUpdate() as Query) : query
}
