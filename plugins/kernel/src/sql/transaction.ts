import type { Knex } from 'knex'
import { ok, type Refusal, type Result } from '../result'

/** What Strapi's transactions hand to the work in them. Strapi does not say what `trx` is: Knex's. */
interface Current {
  trx: unknown
  onCommit(callback: () => void): void
}

/** The part of Strapi that opens transactions. */
export interface Transactions {
  db: { transaction(work: (current: Current) => Promise<unknown>): Promise<unknown> }
}

/** Carries a refusal out of a transaction, so that what was written before it is undone. */
export class Refused<Code extends string> extends Error {
  constructor(readonly refusal: Refusal<Code>) {
    super(refusal.code)
  }
}

/** Runs a transaction whose work may throw `Refused`: its value, or the refusal with everything undone. */
export async function inTransaction<Value, Code extends string>(
  strapi: Transactions,
  work: (trx: Knex.Transaction) => Promise<Value>,
): Promise<Result<Value, Code>> {
  try {
    return ok(await inOneTransaction(strapi, work))
  } catch (error) {
    if (error instanceof Refused) return error.refusal as Refusal<Code>
    throw error
  }
}

/** Runs work in a transaction of Strapi's, joined when there is one already. */
export async function inOneTransaction<Value>(
  strapi: Transactions,
  work: (trx: Knex.Transaction) => Promise<Value>,
): Promise<Value> {
  return (await strapi.db.transaction(async ({ trx }) => work(trx as Knex.Transaction))) as Value
}

/** Does something when the transaction that this runs in has been committed. */
export async function afterCommit(strapi: Transactions, work: () => void): Promise<void> {
  await strapi.db.transaction(async ({ onCommit }) => onCommit(work))
}
