import { ok, type Refusal, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import { inOneTransaction } from '../store/transaction'

/** Carries a refusal out of a transaction, so that what was written before it is undone. */
export class Refused<Code extends string> extends Error {
  constructor(readonly refusal: Refusal<Code>) {
    super(refusal.code)
  }
}

/** Runs a transaction whose work may throw `Refused`: its value, or the refusal with everything undone. */
export async function inTransaction<Value, Code extends string>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<Value>,
): Promise<Result<Value, Code>> {
  try {
    return ok(await inOneTransaction(strapi, work))
  } catch (error) {
    if (error instanceof Refused) return error.refusal as Refusal<Code>
    throw error
  }
}
