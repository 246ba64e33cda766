import path from 'node:path'
import type { Core } from '@strapi/strapi'

type Done = (error: Error | null, connection: unknown) => void

interface SqliteConnection {
  pragma(text: string): unknown
}

/**
 * Readers do not wait for a writer, and a commit survives a killed process and a cut of power: points are money, and
 * what a shop handed out must not be forgotten. `NORMAL` would lose the last commits with the power.
 */
function tuneSqlite(connection: SqliteConnection, done: Done): void {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('busy_timeout = 5000')
  done(null, connection)
}

/** PostgreSQL when `DATABASE_URL` is given, else the embedded SQLite file that the first command starts with. */
const database = ({ env }: Core.Config.Shared.ConfigParams) => {
  // Strapi drops the columns that it does not know: fine where one develops, not on a district's data.
  const settings = { forceMigration: env('NODE_ENV') !== 'production' }
  const url = env('DATABASE_URL')
  if (url) {
    return {
      connection: {
        client: 'postgres',
        connection: {
          connectionString: url,
          ssl: env.bool('DATABASE_SSL', false) && { rejectUnauthorized: env.bool('DATABASE_SSL_VERIFY', true) },
        },
        pool: { min: 2, max: env.int('DATABASE_POOL_MAX', 20) },
      },
      settings,
    }
  }
  const filename = path.resolve(__dirname, '..', '..', env('DATABASE_FILENAME', '.tmp/data.db'))
  return {
    connection: {
      client: 'sqlite',
      connection: { filename },
      useNullAsDefault: true,
      pool: { afterCreate: tuneSqlite },
    },
    settings,
  }
}

export default database
