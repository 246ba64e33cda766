import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'

/** Runs work in a transaction of Strapi's, joined when there is one already. Strapi does not say what `trx` is: Knex's. */
export async function inOneTransaction<Value>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<Value>,
): Promise<Value> {
  return strapi.db.transaction(async ({ trx }) => work(trx as Knex.Transaction))
}

/** Does something when the transaction that this runs in has been committed. */
export async function afterCommit(strapi: Core.Strapi, work: () => void): Promise<void> {
  await strapi.db.transaction((current) => {
    const { onCommit } = current as { onCommit: (callback: () => void) => void }
    onCommit(work)
  })
}
