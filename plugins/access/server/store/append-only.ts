import type { Knex } from 'knex'
import { AUDIT_TABLE } from './audit'

const MESSAGE = 'audit entries are append-only'

/**
 * Has the database itself refuse every change and removal of an audit entry, whoever asks. Made anew at each start,
 * because Strapi's schema sync may have rebuilt the table.
 */
export async function makeAuditAppendOnly(db: Knex): Promise<void> {
  const { client } = (db.client as { config: { client: string } }).config
  if (client !== 'pg') {
    for (const statement of SQLITE) await db.raw(statement)
    return
  }
  await db.transaction(async (trx) => {
    // Servers that start together would trip over one another's functions.
    await trx.raw('select pg_advisory_xact_lock(?)', [LOCK])
    for (const statement of POSTGRES) await trx.raw(statement)
  })
}

/** Any number will do, as long as every server takes the same. */
const LOCK = 640403

const SQLITE = ['update', 'delete'].map(
  (event) =>
    `create trigger if not exists ${AUDIT_TABLE}_no_${event} before ${event} on ${AUDIT_TABLE} ` +
    `begin select raise(abort, '${MESSAGE}'); end`,
)

const POSTGRES = [
  `create or replace function ${AUDIT_TABLE}_refuse() returns trigger language plpgsql as ` +
    `$$ begin raise exception '${MESSAGE}'; end $$`,
  `create or replace trigger ${AUDIT_TABLE}_kept before update or delete on ${AUDIT_TABLE} ` +
    `for each row execute function ${AUDIT_TABLE}_refuse()`,
  `create or replace trigger ${AUDIT_TABLE}_kept_whole before truncate on ${AUDIT_TABLE} ` +
    `for each statement execute function ${AUDIT_TABLE}_refuse()`,
]
