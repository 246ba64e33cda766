import type { Knex } from 'knex'
import { AUDIT_TABLE } from './audit'

const MESSAGE = 'audit entries are append-only'

/**
 * Has the database itself refuse every change and removal of an audit entry, whoever asks. Made anew at each start,
 * because Strapi's schema sync may have rebuilt the table.
 */
export async function makeAuditAppendOnly(db: Knex): Promise<void> {
  const { client } = (db.client as { config: { client: string } }).config
  const statements = client === 'postgres' ? POSTGRES : SQLITE
  for (const statement of statements) await db.raw(statement)
}

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
